import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openMemoryStorage } from "../../server/storage/openMemoryStorage.ts";
import { openSqliteStorage } from "../../server/storage/sqlite/openSqliteStorage.ts";
import { storageContract } from "./storageContract.ts";

storageContract("memory", async () => ({ isDurable: false, open: async () => openMemoryStorage() }));

storageContract("SQLite", async () => {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-store-"));
  return { isDurable: true, open: () => openSqliteStorage(folder) };
});
