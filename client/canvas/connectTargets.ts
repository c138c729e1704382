import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { connectionChoices, nameOf } from "../actions/connectionChoices.ts";
import { useCanvasStore } from "./canvasStore.ts";
import { pickTarget, usePickStore } from "./pickStore.ts";
import { screenPointOf } from "./screenPointOf.ts";

/** Ids of the elements that something can connect with this one. */
export function connectableWith(
  from: MapElement,
  elements: readonly MapElement[],
  relations: readonly Relation[],
): ReadonlySet<string> {
  // What can be said only once lies between these two: other relations do not matter.
  const own = relations.filter((relation) => relation.from === from.id || relation.to === from.id);
  return new Set(
    elements.filter((other) => connectionChoices(from, other, own).length > 0).map(({ id }) => id),
  );
}

/** Why nothing can connect two elements, in a few words. */
export function whyNotConnectable(from: MapElement, to: MapElement): string {
  if (from.id === to.id) return "A card does not connect to itself";
  const loose = [from, to].find(({ type }) => type === "place" || type === "note");
  if (loose !== undefined) return `A ${loose.type} connects to nothing`;
  if (connectionChoices(from, to).length > 0)
    return `${nameOf(from)} and ${nameOf(to)} are connected in every way there is`;
  return `Nothing connects a ${from.type} and a ${to.type}`;
}

/** Takes the card that has the focus as the other end, as Enter does. Says whether one was taken. */
export function pickFocused(): boolean {
  const { focused } = useCanvasStore.getState();
  const { from } = usePickStore.getState();
  const at = focused === undefined ? undefined : screenPointOf(focused);
  if (from === undefined || focused === undefined || focused === from || at === undefined) return false;
  pickTarget(focused, at);
  return true;
}
