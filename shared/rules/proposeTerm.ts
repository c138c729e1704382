import { duration } from "../drawing/dateWords.ts";
import type { Contract } from "../model/element.ts";
import type { Fix } from "./finding.ts";
import { isNotYetLet } from "./isNotYetLet.ts";
import { proposeChange } from "./proposeChange.ts";

/**
 * Proposes that a contract runs for the term, in months, that the sources name. Not once it is let, and not where the term decides
 * what it is worth in a year or in all: a click must not change a price.
 */
export function proposeTerm(contract: Contract | undefined, termMonths: number): readonly Fix[] {
  if (!contract || !isNotYetLet(contract)) return [];
  if ((contract.annualValue === undefined) !== (contract.totalValue === undefined)) return [];
  return [
    {
      id: "propose-term",
      label: `Propose a term of ${duration(termMonths)}`,
      apply: (editor) => proposeChange(editor, contract.id, { termMonths }),
    },
  ];
}
