import { RedisWire } from "../../server/bus/RedisWire.ts";
import { openPostgresStorage } from "../../server/storage/postgres/openPostgresStorage.ts";
import { busContract } from "../contract/busContract.ts";
import { freshDatabase, REDIS_URL } from "./support/services.ts";

busContract("Redis and PostgreSQL", async () => {
  const { url, remove } = await freshDatabase();
  return {
    openDocuments: async () => (await openPostgresStorage(url, () => undefined)).documents,
    openWire: () => new RedisWire(REDIS_URL, () => undefined),
    remove,
  };
});
