import { expect, test } from "vitest";
import * as Y from "yjs";
import { watchRestores } from "../../../client/history/watchRestores.ts";
import type { Person } from "../../../client/sync/MapSession.ts";
import { edit } from "../../../shared/document/edit.ts";
import { seedDocument } from "../../../shared/document/seed.ts";
import { UndoHistory } from "../../../shared/document/undo.ts";
import { buildMap } from "../../support/buildMap.ts";
import { TestSession } from "../canvas/TestSession.ts";

const then = buildMap().organisation("ccg", "ccg").map();
const MARK = { moment: 4, at: "2020-05-05T09:42:00.000Z" };

function meeting(others: readonly Pick<Person, "clientId" | "name">[] = []) {
  const session = new TestSession(then);
  const said: string[] = [];
  const { doc, connection } = session;
  const presence = { ...session.presence, others: () => others as readonly Person[] };
  const stop = watchRestores({ doc, connection, presence }, (words) => said.push(words));
  const ben = new Y.Doc();
  ben.clientID = 77;
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(doc));
  const exchange = () => {
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(ben));
  };
  const rename = (on: Y.Doc, name: string) => edit(on, (editor) => editor.setField("ccg", "name", name));
  const restore = (on: Y.Doc) => edit(on, (editor) => editor.restore(then, MARK));
  return { doc, ben, said, stop, exchange, rename, restore };
}

test("says who of those who are here has restored the map, and when it had been like that", () => {
  const { ben, said, exchange, rename, restore } = meeting([{ clientId: 77, name: "Ben Okafor" }]);
  rename(ben, "Changed");
  exchange();
  expect(said).toEqual([]);
  restore(ben);
  exchange();
  expect(said).toEqual(["Ben Okafor restored the map as it was on Tuesday 5 May 2020 at 10:42."]);
});

test("says that somebody did where nobody here did it", () => {
  const { ben, said, exchange, rename, restore } = meeting();
  rename(ben, "Changed");
  restore(ben);
  exchange();
  expect(said).toEqual([expect.stringMatching(/^Somebody restored/)]);
});

test("says that it was taken back", () => {
  const { ben, said, exchange, rename, restore } = meeting([{ clientId: 77, name: "Ben Okafor" }]);
  rename(ben, "Changed");
  const history = new UndoHistory(ben);
  history.record("Restore", restore(ben));
  exchange();
  history.undo();
  exchange();
  expect(said[1]).toBe("Ben Okafor has taken back that the map was restored.");
});

test("says nothing of one’s own, nor after it was stopped", () => {
  const { doc, ben, said, stop, exchange, rename, restore } = meeting();
  rename(doc, "Changed");
  restore(doc);
  expect(said).toEqual([]);
  exchange();
  stop();
  rename(ben, "Changed again");
  restore(ben);
  exchange();
  expect(said).toEqual([]);
});

test("a map that is opened with the mark on it tells nothing", () => {
  const before = new Y.Doc();
  seedDocument(before, then);
  edit(before, (editor) => editor.setField("ccg", "name", "Changed"));
  edit(before, (editor) => editor.restore(then, MARK));
  const doc = new Y.Doc();
  const said: string[] = [];
  let isLoaded = false;
  const { presence } = new TestSession(then);
  watchRestores(
    {
      doc,
      presence,
      connection: { state: () => ({ kind: "saved" }), loaded: () => isLoaded, subscribe: () => () => {} },
    },
    (words) => said.push(words),
  );
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(before));
  isLoaded = true;
  expect(said).toEqual([]);
});
