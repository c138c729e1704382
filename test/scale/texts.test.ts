import { expect, it, onTestFinished } from "vitest";
import { unpackLog } from "../../server/storage/history/PackedLog.ts";
import { openPostgresStorage } from "../../server/storage/postgres/openPostgresStorage.ts";
import { freshDatabase } from "./support/services.ts";

it("a name or a title that PostgreSQL cannot hold as it is keeps nothing from being saved", async () => {
  const { url, remove } = await freshDatabase();
  const storage = await openPostgresStorage(url, () => undefined);
  onTestFinished(async () => {
    await storage.close();
    await remove();
  });
  await storage.access.createMap({ id: "m", title: "Ward\0 7", createdAt: 1, organisation: null }, []);
  expect((await storage.access.findMap("m"))?.title).toBe("Ward\uFFFD 7");
  const author = { link: "l", name: "A\0da", organisation: "\0" };
  const nul = new Uint8Array([0, 1, 0]);
  expect(await storage.documents.append("m", [{ update: nul, author, at: 1 }])).toEqual([1]);
  expect(await storage.documents.append("m", [{ update: nul, author, at: 2 }])).toEqual([2]);
  expect((await storage.documents.load("m"))?.updates).toEqual([nul, nul]);
  const { log, people } = await storage.history.readPage("m", Number.MAX_SAFE_INTEGER, 10);
  expect(log ? unpackLog(log).rows : []).toHaveLength(2);
  // One person, however often the name comes.
  expect(people.map(({ name, organisation }) => [name, organisation])).toEqual([["A\uFFFDda", "\uFFFD"]]);
});
