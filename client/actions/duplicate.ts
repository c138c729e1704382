import type { MapElement } from "../../shared/model/element.ts";
import { newId } from "../../shared/model/newId.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { select } from "../canvas/canvasStore.ts";
import type { Action } from "./Action.ts";
import { targetElements, wordsForElements } from "./targets.ts";

/** How far a copy lies from what it was copied from, in map units. */
const OFFSET = 32;

/** Copies the selected cards, with the connections among them. */
export const duplicate: Action = {
  id: "duplicate",
  label: "Duplicate",
  group: "Edit",
  shortcuts: ["Mod+D"],
  keysWork: "on-canvas",
  writes: true,
  enabled: (session) => targetElements(session).length > 0,
  run(session) {
    const originals = targetElements(session);
    const copy = copyOf(originals, session.snapshots.get().map.relations, newId);
    session.perform(`Duplicate ${wordsForElements(originals)}`, (editor) => {
      for (const element of copy.elements) editor.addElement(element);
      for (const relation of copy.relations) editor.addRelation(relation);
    });
    select(copy.elements.map(({ id }) => id));
  },
};

/** Copies of elements and of the relations among them, with ids of their own; references among them point at the copies. */
export function copyOf(
  elements: readonly MapElement[],
  relations: readonly Relation[],
  makeId: () => string,
): { elements: readonly MapElement[]; relations: readonly Relation[] } {
  const idOfCopy = new Map(elements.map(({ id }) => [id, makeId()]));
  const renamed = (id: string) => idOfCopy.get(id) ?? id;
  return {
    elements: elements.map((element) => ({
      ...element,
      id: renamed(element.id),
      position: { ...element.position, x: element.position.x + OFFSET, y: element.position.y + OFFSET },
      ...(element.place !== undefined && { place: renamed(element.place) }),
    })),
    relations: relations
      .filter((relation) => idOfCopy.has(relation.from) && idOfCopy.has(relation.to))
      .map((relation) => copyOfRelation(relation, makeId(), renamed)),
  };
}

function copyOfRelation(relation: Relation, id: string, renamed: (id: string) => string): Relation {
  const copy = { ...relation, id, from: renamed(relation.from), to: renamed(relation.to) };
  return copy.type === "pays" && copy.contract !== undefined
    ? { ...copy, contract: renamed(copy.contract) }
    : copy;
}
