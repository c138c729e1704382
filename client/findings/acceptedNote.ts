import { longDate } from "../../shared/drawing/dateWords.ts";
import type { Decision } from "../../shared/model/systemMap.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";

const isoDateLength = 10;

/** Who accepted a finding, when and why; undefined where no decision is on record. */
export function acceptedNote(
  decisions: readonly Decision[],
  finding: Pick<CheckedFinding, "rule" | "subjects">,
): string | undefined {
  const subjects = JSON.stringify([...finding.subjects].sort());
  const decision = decisions.find(
    (each) => each.rule === finding.rule && JSON.stringify([...each.subjects].sort()) === subjects,
  );
  if (decision === undefined) return undefined;
  const day = longDate(decision.at.slice(0, isoDateLength));
  const review =
    decision.reviewBy === undefined ? "" : ` To be looked at again by ${longDate(decision.reviewBy)}.`;
  return `Accepted by ${decision.by} on ${day}: ${decision.reason}${review}`;
}
