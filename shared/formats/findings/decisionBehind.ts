import { decisionKey } from "../../document/decisionKey.ts";
import type { Decision } from "../../model/systemMap.ts";
import { acceptedBy } from "../../rules/acceptedBy.ts";
import type { Finding } from "../../rules/finding.ts";

/** Looks up the decision by which the room has accepted a finding; undefined for a finding that is open. */
export function decisionBehind(
  decisions: readonly Decision[] = [],
): (finding: Finding) => Decision | undefined {
  const byKey = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const key = decisionKey(decision.rule, [...new Set(decision.subjects)]);
    byKey.set(key, [...(byKey.get(key) ?? []), decision]);
  }
  return (finding) =>
    finding.accepted
      ? byKey
          .get(decisionKey(finding.rule, [...new Set(finding.subjects)]))
          ?.find((decision) => acceptedBy([decision])(finding))
      : undefined;
}
