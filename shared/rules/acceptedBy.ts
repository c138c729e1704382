import type { Decision } from "../model/systemMap.ts";
import { decisionsOn, stillHolds } from "./decisionsOn.ts";
import type { Finding } from "./finding.ts";

/**
 * Tells which findings the room has accepted: those with a decision about the same rule and the same set of subjects,
 * whose facts, where it states any, still hold.
 */
export function acceptedBy(decisions: readonly Decision[]): (finding: Finding) => boolean {
  const about = decisionsOn(decisions);
  return (finding) => about(finding).some((decision) => stillHolds(decision, finding));
}
