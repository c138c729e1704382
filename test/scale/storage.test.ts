import { afterAll } from "vitest";
import { openPostgresStorage } from "../../server/storage/postgres/openPostgresStorage.ts";
import { storageContract } from "../contract/storageContract.ts";
import { freshDatabase } from "./support/services.ts";

const made: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const remove of made) await remove();
});

storageContract("PostgreSQL", async () => {
  const { url, remove } = await freshDatabase();
  made.push(remove);
  return { isDurable: true, open: () => openPostgresStorage(url, () => undefined) };
});
