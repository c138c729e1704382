import type { MapElement } from "../model/element.ts";
import type { Point } from "../model/field.ts";
import { LOCKED } from "../model/locked.ts";
import type { Relation } from "../model/relation.ts";

/** Cards and the connections among them. */
export interface Cards {
  readonly elements: readonly MapElement[];
  readonly relations: readonly Relation[];
}

export interface CopyOptions {
  readonly makeId: () => string;
  /** How far the copies lie from what they were copied from, in map units. */
  readonly offset: Point;
  /** Whether an element that is not among the copied may still be named by a copy, as on the map it was copied from. */
  readonly mayName: (id: string) => boolean;
}

/**
 * Copies of elements and of the relations among them, with ids of their own: a place, a contract or an organisation that one names
 * is the copied one where it was copied too. What names another element that may not be named is dropped and counted. Fields that
 * the format does not know are copied as well; the lock is not.
 */
export function copyOf(
  { elements, relations }: Cards,
  { makeId, offset, mayName }: CopyOptions,
): Cards & { readonly droppedNames: number } {
  const idOfCopy = new Map(elements.map(({ id }) => [id, makeId()]));
  let droppedNames = 0;
  const withCopiedNames = <T extends MapElement | Relation>(record: T): T => {
    const copy: Record<string, unknown> = { ...record };
    for (const field of NAMING[record.type] ?? []) {
      const named = copy[field];
      if (typeof named !== "string") continue;
      const kept = idOfCopy.get(named) ?? (mayName(named) ? named : undefined);
      if (kept === undefined) {
        droppedNames += 1;
        delete copy[field];
      } else copy[field] = kept;
    }
    return copy as unknown as T;
  };
  const copiedElements = elements.map((element) => {
    const { [LOCKED]: _, ...copy } = withCopiedNames(element) as MapElement & { readonly [LOCKED]?: unknown };
    const { position } = element;
    return {
      ...copy,
      id: idOfCopy.get(element.id) ?? element.id,
      position: { ...position, x: position.x + offset.x, y: position.y + offset.y },
    } as MapElement;
  });
  const copiedRelations = relations.flatMap((relation) => {
    const [from, to] = [idOfCopy.get(relation.from), idOfCopy.get(relation.to)];
    if (from === undefined || to === undefined) return [];
    return [{ ...withCopiedNames(relation), id: makeId(), from, to }];
  });
  return { elements: copiedElements, relations: copiedRelations, droppedNames };
}

/** The fields that name another element. */
const NAMING: Readonly<Partial<Record<MapElement["type"] | Relation["type"], readonly string[]>>> = {
  organisation: ["place"],
  contract: ["place", "consultation"],
  fund: ["place"],
  forum: ["place"],
  place: ["place"],
  note: ["place"],
  pays: ["contract"],
};
