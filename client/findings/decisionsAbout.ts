import { longDate } from "../../shared/drawing/dateWords.ts";
import type { Decision } from "../../shared/model/systemMap.ts";
import { decisionBehind } from "../../shared/rules/decisionBehind.ts";
import { decisionsOn } from "../../shared/rules/decisionsOn.ts";
import type { Finding } from "../../shared/rules/finding.ts";

const isoDateLength = 10;

type Decided = Pick<Finding, "rule" | "subjects" | "facts" | "accepted">;

/**
 * Looks up what the room has decided about a finding: for an accepted one the decision that still holds, for one that has come back the
 * last decision, whose facts no longer hold. Undefined where the room has never accepted it.
 */
export function decisionsAbout(decisions: readonly Decision[]): (finding: Decided) => Decision | undefined {
  const behind = decisionBehind(decisions);
  const on = decisionsOn(decisions);
  return (finding) => behind(finding) ?? on(finding).at(-1);
}

/** “Ann Archer on 2 March 2015”. */
export function whoAndWhen({ by, at }: Decision): string {
  return `${by} on ${longDate(at.slice(0, isoDateLength))}`;
}

/** Whether the day on which the room wanted to look again has passed. `today` is an ISO 8601 date. */
export function isReviewDue({ reviewBy }: Decision, today: string): boolean {
  return reviewBy !== undefined && reviewBy < today;
}

/** When the room wants to look again; undefined where it has named no day. */
export function reviewWords(decision: Decision, today: string): string | undefined {
  if (decision.reviewBy === undefined) return undefined;
  const day = longDate(decision.reviewBy);
  return isReviewDue(decision, today)
    ? `The review date, ${day}, has passed. Look at it again.`
    : `To be looked at again by ${day}.`;
}

/** Today where this person is, as an ISO 8601 date. */
export function todayHere(now = new Date()): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return [String(year).padStart(4, "0"), ...[month, day].map((part) => String(part).padStart(2, "0"))].join(
    "-",
  );
}
