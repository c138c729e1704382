import type { Decision } from "../model/systemMap.ts";
import { decisionsOn, stillHolds } from "./decisionsOn.ts";
import type { Finding } from "./finding.ts";

/** Looks up the decision by which the room has accepted a finding; undefined for a finding that is open. */
export function decisionBehind(
  decisions: readonly Decision[] = [],
): (finding: Pick<Finding, "rule" | "subjects" | "facts" | "accepted">) => Decision | undefined {
  const about = decisionsOn(decisions);
  return (finding) =>
    finding.accepted ? about(finding).find((decision) => stillHolds(decision, finding)) : undefined;
}
