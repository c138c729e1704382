import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { MapElement, Note, Place } from "../../shared/model/element.ts";
import type { Size } from "../../shared/model/field.ts";
import { wordsForElements } from "../actions/targets.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { unlockedOf } from "./refuseLocked.ts";

/** What can be drawn and taken hold of, in map units. */
const LEAST: Readonly<Record<"place" | "note", Size>> = {
  place: { width: 160, height: 88 },
  note: { width: 80, height: 48 },
};

/** Whether an element has a size of its own. */
export function isResizable(element: MapElement): element is Place | Note {
  return element.type === "place" || element.type === "note";
}

/** The size that comes of a wish: no smaller than can be drawn, in whole units. */
export function sizeFrom(element: Place | Note, wish: Size): Size {
  const least = LEAST[element.type];
  return {
    width: Math.max(least.width, Math.round(wish.width)),
    height: Math.max(least.height, Math.round(wish.height)),
  };
}

/** Gives a place or note a size: one step of the history; several in a row by `resizeBy` are one together. */
export function resizeTo(session: MapSession, element: MapElement, wish: Size, mergeKey?: string): void {
  if (!isResizable(element) || unlockedOf(session, [element]).length === 0) return;
  const size = sizeFrom(element, wish);
  const now = cardSize(element);
  if (size.width === now.width && size.height === now.height) return;
  session.perform(
    `Resize ${wordsForElements([element])}`,
    (editor) => editor.setField(element.id, "size", { ...size }),
    mergeKey,
  );
}

/** Makes a place or note larger or smaller by so much. */
export function resizeBy(session: MapSession, element: MapElement, by: Size): void {
  const { width, height } = cardSize(element);
  resizeTo(session, element, { width: width + by.width, height: height + by.height }, `resize ${element.id}`);
}
