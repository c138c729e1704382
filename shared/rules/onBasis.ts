import type { RelationOf } from "../model/relation.ts";

type LegalBasis = NonNullable<RelationOf<"delegates">["legalBasis"]>;

const words: Readonly<Record<LegalBasis, string>> = {
  "section-75": "under section 75",
  "section-105a": "under a section 105A order",
  "section-65z5": "under section 65Z5",
  "section-13z": "under section 13Z",
  "section-14z3": "under section 14Z3",
  "section-101": "under section 101",
  "scheme-of-delegation": "under a scheme of delegation",
  other: "on another basis",
  none: "on no legal basis",
};

/** On what a delegation rests, within a sentence: "under section 75", "on no legal basis". */
export function onBasis(legalBasis: LegalBasis): string {
  return words[legalBasis];
}
