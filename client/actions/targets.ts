import type { MapElement } from "../../shared/model/element.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import type { MapSession } from "../sync/MapSession.ts";

/** The ids that an action is about: what is selected, or else the card or line that has the focus. */
export function targetIds(): readonly string[] {
  const { selection, focused } = useCanvasStore.getState();
  if (focused !== undefined && !selection.includes(focused)) return [focused];
  return selection;
}

/** The elements among the targets, in document order. */
export function targetElements(session: MapSession): readonly MapElement[] {
  const ids = new Set(targetIds());
  if (ids.size === 0) return [];
  return session.snapshots.get().map.elements.filter((element) => ids.has(element.id));
}

/** The only target, if it is one element. */
export function soleTarget(session: MapSession): MapElement | undefined {
  const elements = targetElements(session);
  return elements.length === 1 && targetIds().length === 1 ? elements[0] : undefined;
}

/** What a step of the history calls some elements: the name of one, or their number. */
export function wordsForElements(elements: readonly MapElement[]): string {
  const [first] = elements;
  if (elements.length !== 1 || first === undefined) return `${elements.length} cards`;
  return first.name.trim() === "" ? `an unnamed ${first.type}` : first.name.trim();
}
