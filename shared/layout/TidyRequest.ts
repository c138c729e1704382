import type { MapElement } from "../model/element.ts";
import type { Point, Size } from "../model/field.ts";
import type { Relation } from "../model/relation.ts";

/**
 * `everything`: the whole map. `selection`: the elements with these ids, around where they are; the others stay. `new`: these
 * ids, each beside what it is tied to; the others stay.
 */
export type TidyScope =
  | { readonly kind: "everything" }
  | { readonly kind: "selection" | "new"; readonly ids: readonly string[] };

export interface TidyRequest {
  readonly elements: readonly MapElement[];
  readonly relations: readonly Relation[];
  readonly scope: TidyScope;
}

/** Where a tidy puts an element, and of a place how large it becomes. Only what changes is named. */
export interface Placement {
  readonly id: string;
  readonly position: Point;
  readonly size?: Size;
}
