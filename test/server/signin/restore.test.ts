import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openSqliteStorage } from "../../../server/storage/sqlite/openSqliteStorage.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const scratch = temporaryFolder();
const session = {
  id: "before",
  issuer: "https://login.example",
  subject: "ada",
  directorySession: null,
  name: "Ada Marsh",
  organisation: null,
  createdAt: 1,
  expiresAt: 2,
};

it("a backup that is restored signs nobody in again who has signed out since, and nobody out", async () => {
  const folder = mkdtempSync(join(scratch, "store-"));
  const backup = join(scratch, "copy.backup");
  const storage = await openSqliteStorage(folder);
  try {
    await storage.signIns.addSession(session);
    await storage.copies?.copyTo(backup, () => {});
    await storage.signIns.endSession("before");
    await storage.signIns.addSession({ ...session, id: "since" });
    await storage.copies?.prepare(backup, "the backup");
    await storage.copies?.replaceWith(backup);
    expect(await storage.signIns.findSession("before")).toBeNull();
    expect(await storage.signIns.findSession("since")).toEqual({ ...session, id: "since" });
  } finally {
    await storage.close();
  }
});
