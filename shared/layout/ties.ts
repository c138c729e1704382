import { relationLook } from "../drawing/relationLook.ts";
import type { Relation, RelationType } from "../model/relation.ts";
import type { Tie } from "./Unit.ts";

/** Whose end lies above: of most it is the start; of what is held by somebody the contract, of members what they are members of. */
export const END_LIES_ABOVE: ReadonlySet<RelationType> = new Set(["holds", "under", "member"]);
/** What says nothing about above and below within a tier. */
export const SAYS_NOTHING_OF_ABOVE: ReadonlySet<RelationType> = new Set([
  "partners",
  "delegates",
  "guarantees",
]);

/**
 * The relations as ties between units. `unitOf` gives the unit that an element belongs to (its place, where the place is laid
 * out as one piece); relations that leave the units, or stay within one, tie nothing.
 */
export function tiesBetween(
  relations: readonly Relation[],
  unitOf: (elementId: string) => string | undefined,
): readonly Tie[] {
  const ties = new Map<string, Tie>();
  for (const relation of relations) {
    const start = unitOf(relation.from);
    const end = unitOf(relation.to);
    if (start === undefined || end === undefined || start === end) continue;
    const [from, to] = END_LIES_ABOVE.has(relation.type) ? [end, start] : [start, end];
    const isDownward = !SAYS_NOTHING_OF_ABOVE.has(relation.type);
    const { label } = relationLook(relation);
    const width = label?.width ?? 0;
    const height = label?.height ?? 0;
    const same = ties.get(`${from} ${to}`);
    const opposite = ties.get(`${to} ${from}`);
    const known = same ?? opposite;
    if (known === undefined) {
      ties.set(`${from} ${to}`, { from, to, count: 1, isDownward, labelWidth: width, labelHeight: height });
      continue;
    }
    const turnsRound = same === undefined && isDownward && !known.isDownward;
    if (turnsRound) ties.delete(`${to} ${from}`);
    const ends = turnsRound ? { from, to } : { from: known.from, to: known.to };
    ties.set(`${ends.from} ${ends.to}`, {
      ...ends,
      count: known.count + 1,
      isDownward: known.isDownward || isDownward,
      labelWidth: Math.max(known.labelWidth, width),
      labelHeight: known.labelHeight + height,
    });
  }
  return [...ties.values()];
}
