import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { openMemoryStorage } from "../../server/storage/openMemoryStorage.ts";
import { openSqliteStorage } from "../../server/storage/sqlite/openSqliteStorage.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { storageContract } from "./storageContract.ts";

const scratch = temporaryFolder();

storageContract("memory", async () => ({ isDurable: false, open: async () => openMemoryStorage() }));

storageContract("SQLite", async () => {
  const folder = await mkdtemp(join(scratch, "store-"));
  return { isDurable: true, open: () => openSqliteStorage(folder) };
});
