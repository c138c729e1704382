import type { MapElement } from "../../model/element.ts";
import type { Json } from "../../model/field.ts";
import type { Relation } from "../../model/relation.ts";
import type { TableKind } from "./columns.ts";

/** What becomes of what the map has already: blanks filled in, the table's values taken, or nothing changed. */
export const KNOWN_CARDS = ["fill", "replace", "leave"] as const;
export type KnownCards = (typeof KNOWN_CARDS)[number];

/** What becomes of one row. */
export interface RowOutcome {
  /** As it was pasted, counted from 1. */
  readonly number: number;
  readonly what: "new" | "known" | "changed" | "left-out";
  /** What was made of the row besides what its cells say, such as a kind that was guessed. */
  readonly notes: readonly string[];
  /** What of the row does not get onto the map, and why. */
  readonly lost: readonly string[];
  /** Left out because it sums up other rows. */
  readonly isTotal?: true;
}

/** A field of an element or relation that is on the map already. */
export interface FieldChange {
  readonly id: string;
  readonly field: string;
  readonly value: Json;
}

/** What a table would add to a map and change on it. New elements all lie at the origin: they are still to be laid out. */
export interface Proposal {
  readonly kind: TableKind;
  readonly elements: readonly MapElement[];
  readonly relations: readonly Relation[];
  readonly changes: readonly FieldChange[];
  /** Ids of elements of the map that rows name. */
  readonly known: readonly string[];
  /** One for each row of the table, in its order. */
  readonly outcomes: readonly RowOutcome[];
}

/** Whether there is anything to add or to change. */
export function isEmptyProposal({ elements, relations, changes }: Proposal): boolean {
  return elements.length + relations.length + changes.length === 0;
}
