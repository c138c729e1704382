import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { edit } from "../../../shared/document/edit.ts";
import { rootOf } from "../../../shared/document/layout.ts";
import { readRestoredMark } from "../../../shared/document/restore.ts";
import { seedDocument } from "../../../shared/document/seed.ts";
import { readSnapshot } from "../../../shared/document/snapshot.ts";
import { UndoHistory } from "../../../shared/document/undo.ts";
import { MapFileError } from "../../../shared/model/MapFileError.ts";
import { readMapFile } from "../../../shared/model/readMapFile.ts";
import type { Decision, SystemMap } from "../../../shared/model/systemMap.ts";
import { writeMapFile } from "../../../shared/model/writeMapFile.ts";
import { arbitraryMap } from "../../support/arbitraryMap.ts";
import { buildMap } from "../../support/buildMap.ts";
import { EditingPerson } from "../../support/EditingPerson.ts";
import { fuzzSeeds, Random } from "../../support/random.ts";

const MARK = { moment: 7, at: "2026-05-03T09:42:00.000Z" };

function documentOf(map: SystemMap, clientID?: number): Y.Doc {
  const doc = new Y.Doc();
  if (clientID !== undefined) doc.clientID = clientID;
  seedDocument(doc, map);
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
}

const mapOf = (doc: Y.Doc) => readSnapshot(doc).map;
const restore = (doc: Y.Doc, target: SystemMap) => edit(doc, (editor) => editor.restore(target, MARK));
/** As it comes from the server: through a map file. */
const asFile = (map: SystemMap) => readMapFile(writeMapFile(map));
/** What a document can hold of a map: it keeps each item of a list once. */
const held = (map: SystemMap) => mapOf(documentOf(map));

test("any map becomes any other, and undo brings back exactly what stood", () => {
  fc.assert(
    fc.property(arbitraryMap, arbitraryMap, (before, target) => {
      const doc = documentOf(before);
      const stood = mapOf(doc);
      const history = new UndoHistory(doc);
      history.record("Restore", restore(doc, target));
      expect(mapOf(doc)).toEqual(held(target));
      history.undo();
      expect(mapOf(doc)).toEqual(stood);
      expect(readRestoredMark(doc)).toBeUndefined();
      history.redo();
      expect(mapOf(doc)).toEqual(held(target));
    }),
    { numRuns: 150 },
  );
});

test.each(fuzzSeeds([], 40))(
  "any moment of a map that people have worked on comes back (seed %i)",
  (seed) => {
    const random = new Random(seed);
    const anna = new EditingPerson("anna", random);
    seedDocument(anna.doc, buildMap().organisation("ccg", "ccg").map());
    const moments: SystemMap[] = [];
    for (let step = 0; step < 80; step++) {
      anna.act();
      moments.push(anna.snapshots.get().map);
      if (!random.chance(0.1)) continue;
      const stood = anna.snapshots.get().map;
      const target = random.pick(moments);
      const written = restore(anna.doc, asFile(target));
      anna.history.record("Restore", written);
      expect(anna.snapshots.get().map).toEqual(target);
      expect(anna.snapshots.get().map.elements.map(({ id }) => id)).toEqual(
        target.elements.map(({ id }) => id),
      );
      if (written.length === 0 || random.chance(0.5)) continue;
      anna.history.undo();
      expect(anna.snapshots.get().map).toEqual(stood);
    }
    expect(anna.snapshots.get().unreadable).toEqual([]);
  },
);

test.each(fuzzSeeds([], 40))("two who restore and edit at once end with one map (seed %i)", (seed) => {
  const random = new Random(seed);
  const [anna, ben] = [new EditingPerson("anna", random), new EditingPerson("ben", random)];
  seedDocument(anna.doc, buildMap().organisation("ccg", "ccg").map());
  Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(anna.doc));
  const moments: SystemMap[] = [anna.snapshots.get().map];
  for (let step = 0; step < 60; step++) {
    const person = random.pick([anna, ben]);
    if (random.chance(0.15))
      person.history.record("Restore", restore(person.doc, asFile(random.pick(moments))));
    else person.act();
    moments.push(person.snapshots.get().map);
    if (random.chance(0.2)) exchange(anna.doc, ben.doc);
  }
  exchange(anna.doc, ben.doc);
  expect(ben.snapshots.get()).toEqual(anna.snapshots.get());
  expect(readSnapshot(copyOf(anna.doc))).toEqual(anna.snapshots.get());
});

const two = buildMap()
  .organisation("ccg", "ccg")
  .contract("older", "prime-provider")
  .relate("commissions", "ccg", "older");

test("a restore is one update and one step, and writes nothing but what differs", () => {
  const doc = documentOf(two.map());
  edit(doc, (editor) => editor.setField("older", "name", "Older people"));
  let updates = 0;
  doc.on("update", () => {
    updates++;
  });
  const step = restore(doc, two.map());
  expect(step.map(({ record, key }) => [record, key])).toEqual([
    ["older", "name"],
    ["", "~restored"],
  ]);
  expect(updates).toBe(1);
  expect(readRestoredMark(doc)).toEqual(MARK);
});

test("restoring what already stands changes nothing, not even the mark", () => {
  const doc = documentOf(two.map());
  const before = Y.encodeStateVector(doc);
  expect(restore(doc, asFile(two.map()))).toEqual([]);
  expect(Y.encodeStateVector(doc)).toEqual(before);
  expect(readRestoredMark(doc)).toBeUndefined();
});

test("the mark is no part of the map file", () => {
  const doc = documentOf(two.map());
  edit(doc, (editor) => editor.setMapField("title", "Another title"));
  restore(doc, two.map());
  expect(mapOf(doc)).toEqual(two.map());
});

test("what cannot be read stays as it is stored", () => {
  const doc = documentOf(two.map());
  rootOf(doc, "elements").set("odd", "a text");
  rootOf(doc, "elements").set("future", new Y.Map<unknown>([["type", "spaceship"]]));
  rootOf(doc, "decisions").set("list", new Y.Array());
  const ccg = rootOf(doc, "elements").get("ccg") as Y.Map<unknown>;
  ccg.set("~later", "a key of a later layout");
  edit(doc, (editor) => editor.remove(["ccg"]));
  restore(doc, two.map());
  expect(ccg.get("~later")).toBe("a key of a later layout");
  expect(readSnapshot(doc).unreadable.map(({ id }) => id)).toEqual(["future", "odd", "list"]);
  expect(mapOf(doc)).toEqual(two.map());
});

test("what became unreadable since is readable again", () => {
  const doc = documentOf(two.map());
  (rootOf(doc, "elements").get("ccg") as Y.Map<unknown>).set("position", "nowhere");
  expect(readSnapshot(doc).elementById.has("ccg")).toBe(false);
  restore(doc, two.map());
  expect(mapOf(doc)).toEqual(two.map());
});

test("what another person writes meanwhile to something else stands", () => {
  const anna = documentOf(two.map());
  edit(anna, (editor) => editor.setField("older", "annualValue", 5));
  const ben = copyOf(anna);
  edit(ben, (editor) => editor.setField("ccg", "name", "Ben’s name"));
  restore(anna, two.map());
  exchange(anna, ben);
  expect(readSnapshot(ben).elementById.get("ccg")?.name).toBe("Ben’s name");
  expect(readSnapshot(ben).elementById.get("older")).not.toHaveProperty("annualValue");
});

test("what hung on a deleted element at that moment still comes back with it", () => {
  const doc = documentOf(
    buildMap()
      .place("fens")
      .organisation("ccg", "ccg", { place: "fens" })
      .relate("partners", "fens", "ccg")
      .map(),
  );
  const history = new UndoHistory(doc);
  const whole = mapOf(doc);
  history.record(
    "Delete",
    edit(doc, (editor) => editor.remove(["fens"])),
  );
  const moment = mapOf(doc);
  edit(doc, (editor) => editor.setField("ccg", "name", "Renamed"));
  restore(doc, asFile(moment));
  expect(mapOf(doc)).toEqual(moment);
  history.undo();
  expect(mapOf(doc)).toEqual(whole);
});

test("a relation that lost its end since does not come in with it", () => {
  const doc = documentOf(two.map());
  edit(doc, (editor) => editor.addRelation({ id: "later", type: "holds", from: "ccg", to: "older" }));
  edit(doc, (editor) => editor.remove(["older"]));
  restore(doc, two.map());
  expect(mapOf(doc)).toEqual(two.map());
});

test("decisions come back whole, in their order, and those made since go", () => {
  const decision = (rule: string, reason: string): Decision => ({
    rule,
    subjects: ["ccg"],
    choice: "accepted",
    reason,
    by: "Ann",
    at: "2026-05-03",
  });
  const [first, second, later] = [decision("a", "1"), decision("b", "2"), decision("c", "3")];
  const doc = documentOf(two.decisions(first, second).map());
  const target = asFile(mapOf(doc));
  edit(doc, (editor) => {
    editor.withdraw("a", ["ccg"]);
    editor.accept({ ...second, reason: "another", by: "Ben" });
    editor.accept(later);
  });
  restore(doc, target);
  expect(mapOf(doc).decisions).toEqual([first, second]);
});

test("records stand in the order of that moment, whatever order was stored", () => {
  const doc = documentOf(two.map());
  const target = asFile({ ...mapOf(doc), elements: [...mapOf(doc).elements].reverse() });
  restore(doc, target);
  expect(mapOf(doc).elements.map(({ id }) => id)).toEqual(["older", "ccg"]);
});

test("a map that does not fit the format is refused and nothing is written", () => {
  const doc = documentOf(two.map());
  const before = Y.encodeStateVector(doc);
  const broken = { ...two.map(), regime: "france-2022" } as unknown as SystemMap;
  expect(() => restore(doc, broken)).toThrow(MapFileError);
  expect(Y.encodeStateVector(doc)).toEqual(before);
});
