import { expect, it } from "vitest";
import * as Y from "yjs";
import { edit } from "../../../shared/document/edit.ts";
import { readSnapshot } from "../../../shared/document/snapshot.ts";
import { UndoHistory } from "../../../shared/document/undo.ts";

it("overwrites what a foreign program put under a field, and undo does not bring it back", () => {
  const doc = new Y.Doc();
  const history = new UndoHistory(doc);
  const position = { x: 0, y: 0 };
  edit(doc, (editor) => editor.addElement({ id: "a", type: "place", name: "A", position }));
  const record = doc.getMap<Y.Map<unknown>>("elements").get("a");
  record?.set("name", new Y.XmlText("no name"));
  history.record(
    "rename",
    edit(doc, (editor) => editor.setField("a", "name", "B")),
  );
  expect(readSnapshot(doc).map.elements[0]?.name).toBe("B");
  history.undo();
  expect(record?.get("name")).toBeUndefined();
  history.redo();
  expect(record?.get("name")).toBe("B");
});
