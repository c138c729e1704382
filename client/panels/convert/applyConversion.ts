import type { MapElement } from "../../../shared/model/element.ts";
import { elementTypeWord, wordFor } from "../../../shared/model/words.ts";
import type { Conversion, ConversionTarget } from "../../actions/conversion.ts";
import { focusOn, select } from "../../canvas/canvasStore.ts";
import { performWithUndo } from "../../findings/performWithUndo.ts";
import type { MapSession } from "../../sync/MapSession.ts";
import { elementName } from "../inspector/elementName.ts";

/** What a target is called: its kind, or else its type. */
export function targetWord({ type, kind }: ConversionTarget): string {
  return kind === undefined ? elementTypeWord(type) : wordFor(kind, "kind");
}

/** Puts the new element in the place of the old one, in one step of the history, and selects it. */
export function applyConversion(session: MapSession, element: MapElement, conversion: Conversion): void {
  const to = targetWord({
    type: conversion.element.type,
    kind: "kind" in conversion.element ? conversion.element.kind : undefined,
  });
  const isDone = performWithUndo(session, `Convert ${elementName(element)} to ${to}`, (editor) => {
    editor.remove([element.id]);
    editor.addElement(conversion.element);
    for (const relation of conversion.relations) editor.addRelation(relation);
  });
  if (!isDone) return;
  select([conversion.element.id]);
  focusOn(conversion.element.id);
}

/** Changes the kind alone: the element stays the same. */
export function applyKind(session: MapSession, element: MapElement, kind: string): void {
  performWithUndo(session, `Change the kind of ${elementName(element)}`, (editor) =>
    editor.setField(element.id, "kind", kind),
  );
}
