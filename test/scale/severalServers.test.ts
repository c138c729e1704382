import { onTestFinished } from "vitest";
import { startServer } from "../../server/startServer.ts";
import { severalServersContract } from "../contract/severalServersContract.ts";
import { freshDatabase, REDIS_URL } from "./support/services.ts";

for (const [name, redisUrl] of [
  ["PostgreSQL and Redis", REDIS_URL],
  ["PostgreSQL alone", null],
] as const)
  severalServersContract(name, {
    hasWire: redisUrl !== null,
    start: async () => {
      const { url: databaseUrl, remove } = await freshDatabase();
      const start = () =>
        startServer({ port: 0, dataFolder: null, logLevel: "silent", databaseUrl, redisUrl });
      const both = [await start(), await start()] as const;
      onTestFinished(async () => {
        for (const server of both) await server.close();
        await remove();
      });
      return both;
    },
  });
