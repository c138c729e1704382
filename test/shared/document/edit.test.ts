import { expect, test } from "vitest";
import * as Y from "yjs";
import { edit } from "../../../shared/document/edit.ts";
import { rootOf } from "../../../shared/document/layout.ts";
import { seedDocument } from "../../../shared/document/seed.ts";
import { readSnapshot, SnapshotStore } from "../../../shared/document/snapshot.ts";
import { UndoHistory } from "../../../shared/document/undo.ts";
import type { Contract, MapElement } from "../../../shared/model/element.ts";
import { readMapObject } from "../../../shared/model/readMapFile.ts";

const at = { x: 0, y: 0 };
const ccg = { id: "ccg", type: "organisation", kind: "ccg", name: "CCG", position: at } as const;
const contract = {
  id: "c1",
  type: "contract",
  kind: "prime-provider",
  name: "Older people",
  position: at,
  services: ["acute"],
} as const;
const buys = { id: "r1", type: "commissions", from: "ccg", to: "c1" } as const;

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  seedDocument(
    doc,
    readMapObject({
      format: "system-map",
      version: 1,
      title: "T",
      regime: "england-2012",
      elements: [
        { ...ccg, position: { ...at } },
        { ...contract, services: ["acute"] },
      ],
      relations: [{ ...buys }],
    }),
  );
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

const elementOf = (doc: Y.Doc, id: string): MapElement | undefined => readSnapshot(doc).elementById.get(id);

test("two people who change name and value of one contract at the same moment both win", () => {
  const anna = seeded();
  const ben = copyOf(anna);
  edit(anna, (editor) => editor.setField("c1", "name", "Adults"));
  edit(ben, (editor) => editor.setField("c1", "annualValue", 5));
  exchange(anna, ben);
  for (const doc of [anna, ben])
    expect(elementOf(doc, "c1")).toMatchObject({ name: "Adults", annualValue: 5 });
});

test("two people who add a service each both win, and the empty list differs from none", () => {
  const anna = seeded();
  const ben = copyOf(anna);
  edit(anna, (editor) => editor.setField("c1", "services", ["acute", "community"]));
  edit(ben, (editor) => editor.setField("c1", "services", ["acute", "urgent"]));
  exchange(anna, ben);
  expect(new Set((elementOf(anna, "c1") as Contract).services)).toEqual(
    new Set(["acute", "community", "urgent"]),
  );
  expect(elementOf(anna, "c1")).toEqual(elementOf(ben, "c1"));
  edit(anna, (editor) => editor.setField("c1", "services", []));
  expect(elementOf(anna, "c1")).toHaveProperty("services", []);
  edit(anna, (editor) => editor.setField("c1", "services", undefined));
  expect(elementOf(anna, "c1")).not.toHaveProperty("services");
});

test("connecting to a contract while another deletes it converges, and undoing the deletion brings both back", () => {
  const anna = seeded();
  const ben = copyOf(anna);
  const history = new UndoHistory(anna);
  history.record(
    "Delete",
    edit(anna, (editor) => editor.remove(["c1"])),
  );
  edit(ben, (editor) => editor.addRelation({ id: "r2", type: "holds", from: "ccg", to: "c1" }));
  edit(ben, (editor) => editor.setField("c1", "name", "Renamed meanwhile"));
  exchange(anna, ben);
  expect(readSnapshot(anna).map.relations).toEqual([]);
  history.undo();
  exchange(anna, ben);
  for (const doc of [anna, ben]) {
    expect(readSnapshot(doc).map.relations.map((relation) => relation.id)).toEqual(["r1", "r2"]);
    expect(elementOf(doc, "c1")?.name).toBe("Renamed meanwhile");
  }
});

test("undo takes back only what still stands as this person left it, and says what it kept", () => {
  const anna = seeded();
  const ben = copyOf(anna);
  const history = new UndoHistory(anna);
  history.record(
    "Set the terms",
    edit(anna, (editor) => {
      editor.setField("c1", "name", "Mine");
      editor.setField("c1", "annualValue", 7);
    }),
  );
  exchange(anna, ben);
  edit(ben, (editor) => editor.setField("c1", "name", "Theirs"));
  exchange(anna, ben);
  const outcome = history.undo();
  expect(outcome).toMatchObject({ label: "Set the terms", applied: 1, kept: [{ key: "name" }] });
  expect(elementOf(anna, "c1")?.name).toBe("Theirs");
  expect(elementOf(anna, "c1")).not.toHaveProperty("annualValue");
  history.redo();
  expect(elementOf(anna, "c1")).toMatchObject({ name: "Theirs", annualValue: 7 });
});

test("undoing an older step does not disturb what another person wrote over a newer one", () => {
  const anna = seeded();
  const history = new UndoHistory(anna);
  history.record(
    "one",
    edit(anna, (editor) => editor.setField("c1", "annualValue", 1)),
  );
  history.record(
    "two",
    edit(anna, (editor) => editor.setField("c1", "annualValue", 2)),
  );
  const ben = copyOf(anna);
  edit(ben, (editor) => editor.setField("c1", "annualValue", 99));
  exchange(anna, ben);
  expect(history.undo()?.applied).toBe(0);
  expect(history.undo()?.applied).toBe(0);
  expect(elementOf(anna, "c1")).toHaveProperty("annualValue", 99);
  expect(history.state).toEqual({ undoLabel: undefined, redoLabel: undefined });
});

test("an added element is undone and redone with what others made of it meanwhile", () => {
  const doc = seeded();
  const history = new UndoHistory(doc);
  history.record(
    "Add",
    edit(doc, (editor) => editor.addElement({ ...ccg, id: "new" })),
  );
  edit(doc, (editor) => editor.setField("new", "name", "Named by another"));
  history.undo();
  expect(elementOf(doc, "new")).toBeUndefined();
  history.redo();
  expect(elementOf(doc, "new")?.name).toBe("Named by another");
});

test("typing in one field is one step as long as nobody comes between", () => {
  const doc = seeded();
  const history = new UndoHistory(doc);
  for (const name of ["N", "Ne", "New"])
    history.record(
      "Rename",
      edit(doc, (editor) => editor.setField("c1", "name", name)),
      "c1/name",
    );
  history.undo();
  expect(elementOf(doc, "c1")?.name).toBe("Older people");
  expect(history.state.undoLabel).toBeUndefined();
});

test("adding a card and naming it at once is one step", () => {
  const doc = seeded();
  const history = new UndoHistory(doc);
  history.record(
    "Add",
    edit(doc, (editor) => editor.addElement({ ...ccg, id: "new", name: "" })),
    "add new",
  );
  history.record(
    "Name",
    edit(doc, (editor) => editor.setField("new", "name", "Trust")),
    "add new",
  );
  history.undo();
  expect(elementOf(doc, "new")).toBeUndefined();
  expect(history.state).toEqual({ undoLabel: undefined, redoLabel: "Add" });
  history.redo();
  expect(elementOf(doc, "new")?.name).toBe("Trust");
});

test("a step does not merge over what another person wrote in between", () => {
  const doc = seeded();
  const history = new UndoHistory(doc);
  history.record(
    "Rename",
    edit(doc, (editor) => editor.setField("c1", "name", "Mine")),
    "c1/name",
  );
  edit(doc, (editor) => editor.setField("c1", "name", "Theirs"));
  history.record(
    "Rename",
    edit(doc, (editor) => editor.setField("c1", "name", "Mine again")),
    "c1/name",
  );
  history.undo();
  expect(elementOf(doc, "c1")?.name).toBe("Theirs");
});

test("a value that does not fit is refused and the whole edit is off", () => {
  const doc = seeded();
  expect(() =>
    edit(doc, (editor) => {
      editor.setField("c1", "name", "Half an edit");
      editor.setField("c1", "annualValue", "726m");
    }),
  ).toThrow('"c1", field "annualValue"');
  expect(elementOf(doc, "c1")?.name).toBe("Older people");
  expect(() => edit(doc, (editor) => editor.setField("c1", "kind", undefined))).toThrow(
    "cannot be taken away",
  );
  expect(() => edit(doc, (editor) => editor.setField("r1", "to", "ccg"))).toThrow("never changes");
});

test("writing what already stands changes nothing and leaves no step", () => {
  const doc = seeded();
  const before = Y.encodeStateVector(doc);
  expect(edit(doc, (editor) => editor.setField("c1", "position", { y: 0, x: 0 }))).toEqual([]);
  expect(Y.encodeStateVector(doc)).toEqual(before);
});

test("an accepted finding is stored once per rule and subjects, can be withdrawn, and accepted again", () => {
  const doc = seeded();
  const decision = {
    rule: "vat-leakage",
    subjects: ["a", "b"],
    choice: "accepted",
    reason: "HMRC",
    by: "Finance",
    at: "2015-04-01",
  } as const;
  edit(doc, (editor) => editor.accept(decision));
  edit(doc, (editor) => editor.accept({ ...decision, reason: "Ruling", reviewBy: "2016-04-01" }));
  expect(readSnapshot(doc).map.decisions).toMatchObject([{ reason: "Ruling", reviewBy: "2016-04-01" }]);
  edit(doc, (editor) => editor.withdraw("vat-leakage", ["b", "a"]));
  expect(readSnapshot(doc).map.decisions ?? []).toEqual([]);
  edit(doc, (editor) => editor.accept(decision));
  expect(readSnapshot(doc).map.decisions).toEqual([decision]);
});

test("what is stored and no record is kept, left out and reported", () => {
  const doc = seeded();
  rootOf(doc, "elements").set("odd", "a text");
  rootOf(doc, "elements").set("future", new Y.Map<unknown>([["type", "spaceship"]]));
  rootOf(doc, "relations").set("list", new Y.Array());
  const snapshot = readSnapshot(doc);
  expect(snapshot.map.elements.map((element) => element.id)).toEqual(["ccg", "c1"]);
  expect(snapshot.unreadable.map((record) => record.id)).toEqual(["future", "odd", "list"]);
  expect(rootOf(doc, "elements").has("future")).toBe(true);
});

test("a snapshot shares with the one before whatever was not touched", () => {
  const doc = seeded();
  const store = new SnapshotStore(doc);
  const before = store.get();
  expect(store.get()).toBe(before);
  edit(doc, (editor) => editor.setField("c1", "name", "New"));
  const after = store.get();
  expect(after).not.toBe(before);
  expect(after.elementById.get("ccg")).toBe(before.elementById.get("ccg"));
  expect(after.map.relations).toBe(before.map.relations);
  expect(after.elementById.get("c1")).not.toBe(before.elementById.get("c1"));
});

test("a field that names what is gone is left out until it is back", () => {
  const doc = seeded();
  const history = new UndoHistory(doc);
  edit(doc, (editor) => {
    editor.addElement({ id: "p", type: "place", name: "Fens", position: at });
    editor.setField("ccg", "place", "p");
  });
  history.record(
    "Delete",
    edit(doc, (editor) => editor.remove(["p"])),
  );
  expect(elementOf(doc, "ccg")).not.toHaveProperty("place");
  history.undo();
  expect(elementOf(doc, "ccg")).toHaveProperty("place", "p");
});

test("a stored field cannot pass itself off as the id or the head of the map", () => {
  const doc = seeded();
  (rootOf(doc, "elements").get("c1") as Y.Map<unknown>).set("x:id", '"ccg"');
  rootOf(doc, "map").set("x:title", '"Another title"');
  rootOf(doc, "map").set("x:elements", "[]");
  const { map } = readSnapshot(doc);
  expect(map.title).toBe("T");
  expect(map.elements.map((element) => element.id)).toEqual(["ccg", "c1"]);
});
