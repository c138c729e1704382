import { onTestFinished } from "vitest";
import { MemoryExchange, MemoryWire } from "../../server/bus/MemoryWire.ts";
import { startServer } from "../../server/startServer.ts";
import { openMemoryStorage } from "../../server/storage/openMemoryStorage.ts";
import { MemoryNotices } from "../server/support/MemoryNotices.ts";
import { severalServersContract } from "./severalServersContract.ts";

severalServersContract("one store in memory", {
  hasWire: true,
  start: async () => {
    const storage = { ...openMemoryStorage(), notices: new MemoryNotices(), close: async () => {} };
    const exchange = new MemoryExchange();
    const start = () =>
      startServer({ port: 0, dataFolder: null, logLevel: "silent", storage, wire: new MemoryWire(exchange) });
    const both = [await start(), await start()] as const;
    onTestFinished(async () => {
      for (const server of both) await server.close();
    });
    return both;
  },
});
