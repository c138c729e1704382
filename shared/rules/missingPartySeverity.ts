import { isCorePracticeContract } from "../model/contractTerms.ts";
import type { Contract } from "../model/element.ts";
import type { Severity } from "../model/systemMap.ts";

/**
 * How much it matters that a contract has no buyer or no holder: a signed one must have both. Core practice contracts are
 * often drawn only to show that they exist.
 */
export function missingPartySeverity({ kind, status }: Contract): Severity {
  const isSigned = status === "awarded" || status === "live";
  return isSigned && !isCorePracticeContract(kind) ? "warning" : "info";
}
