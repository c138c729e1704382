import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { edit } from "../../../shared/document/edit.ts";
import { seedDocument } from "../../../shared/document/seed.ts";
import { readSnapshot, SnapshotStore } from "../../../shared/document/snapshot.ts";
import { UndoHistory } from "../../../shared/document/undo.ts";
import { readMapFile, readMapObject } from "../../../shared/model/readMapFile.ts";
import type { SystemMap } from "../../../shared/model/systemMap.ts";
import { writeMapFile } from "../../../shared/model/writeMapFile.ts";
import { readSavedView, type SavedView, savedViewsOf, viewCountOf } from "../../../shared/view/SavedView.ts";
import { buildMap } from "../../support/buildMap.ts";

const MONEY: SavedView = {
  name: "Money only",
  filter: { relations: ["pays"], findings: ["error"] },
  focus: { ids: ["ccg"], steps: 2, follow: "money" },
  others: "hide",
  hiddenLayers: ["notes"],
  colourBy: "value",
  sizeBy: "income",
  region: { x: -10, y: 20.5, width: 300, height: 200 },
};
const BLANK = buildMap().organisation("ccg", "ccg").map();

function documentOf(map: SystemMap): Y.Doc {
  const doc = new Y.Doc();
  seedDocument(doc, map);
  return doc;
}

const mapOf = (doc: Y.Doc) => readSnapshot(doc).map;
const withViews = (views: unknown) => readMapObject({ ...structuredClone(BLANK), views });

describe("saved views", () => {
  test("are saved, changed, deleted and taken back like anything else on the map", () => {
    const doc = documentOf(BLANK);
    const history = new UndoHistory(doc);
    expect("views" in mapOf(doc)).toBe(false);
    history.record(
      "Save",
      edit(doc, (editor) => editor.saveView("v", MONEY)),
    );
    expect(savedViewsOf(mapOf(doc))).toEqual([{ id: "v", view: MONEY }]);
    history.record(
      "Rename",
      edit(doc, (editor) => editor.saveView("v", { ...MONEY, name: "Pounds" })),
    );
    history.undo();
    expect(savedViewsOf(mapOf(doc))[0]?.view.name).toBe("Money only");
    edit(doc, (editor) => editor.removeView("v"));
    expect("views" in mapOf(doc)).toBe(false);
  });

  test("of two people who save at once are both there", () => {
    const [anna, ben] = [documentOf(BLANK), new Y.Doc()];
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(anna));
    edit(anna, (editor) => editor.saveView("a", MONEY));
    edit(ben, (editor) => editor.saveView("b", { name: "Boards" }));
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(anna));
    Y.applyUpdate(anna, Y.encodeStateAsUpdate(ben));
    expect(mapOf(anna)).toEqual(mapOf(ben));
    expect(savedViewsOf(mapOf(ben)).map(({ view }) => view.name)).toEqual(["Boards", "Money only"]);
  });

  test("keep their identity while something else is edited", () => {
    const doc = documentOf(withViews({ v: MONEY }));
    const store = new SnapshotStore(doc);
    const { views } = store.get().map;
    edit(doc, (editor) => editor.setMapField("title", "Another"));
    expect(store.get().map.title).toBe("Another");
    expect(store.get().map.views).toBe(views);
  });

  test("come back with the moment that a map is put back to, and go with it", () => {
    const doc = documentOf(withViews({ v: MONEY, broken: 7 }));
    const then = mapOf(doc);
    edit(doc, (editor) => {
      editor.removeView("v");
      editor.saveView("w", { name: "Later" });
    });
    edit(doc, (editor) => editor.restore(then, { moment: 1, at: "2026-05-03T09:42:00.000Z" }));
    expect(mapOf(doc)).toEqual(then);
  });

  test("whatever stands in a file where views stand is kept, and only what can be shown is offered", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue())), (json) => {
        const views: unknown = JSON.parse(JSON.stringify(json));
        const map = withViews(views);
        const stored = mapOf(documentOf(map));
        expect(readMapFile(writeMapFile(stored))).toEqual(readMapFile(writeMapFile(map)));
        expect(savedViewsOf(stored).length).toBeLessThanOrEqual(viewCountOf(stored));
      }),
    );
  });

  test("that a map kept before views had a meaning stay beside new ones", () => {
    const doc = documentOf(BLANK);
    doc.getMap("map").set("x:views", JSON.stringify({ old: { name: "Old" } }));
    edit(doc, (editor) => editor.saveView("new", { name: "New" }));
    expect(savedViewsOf(mapOf(doc)).map(({ id }) => id)).toEqual(["new", "old"]);
  });

  test.each([
    [MONEY, true],
    [{ name: "Only a name", madeBy: "another program" }, true],
    [{ name: "  " }, false],
    [{ name: "Far", focus: { ids: ["a"], steps: 4, follow: "all" } }, false],
    [{ name: "Odd", hiddenLayers: ["people"] }, false],
    [{ name: "Nowhere", region: { x: 0, y: 0, width: -1, height: 1 } }, false],
    [[], false],
    [null, false],
  ])("%j can be shown: %s", (raw, isReadable) => {
    expect(readSavedView(raw) !== undefined).toBe(isReadable);
  });
});
