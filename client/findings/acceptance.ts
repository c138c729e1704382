import type { Decision } from "../../shared/model/systemMap.ts";
import type { Finding } from "../../shared/rules/finding.ts";
import { parseDate } from "../panels/inspector/dateText.ts";

const secondsLength = "2026-11-22T10:00:00".length;

/** What somebody has typed into the dialog. */
export interface AcceptanceForm {
  readonly reason: string;
  readonly by: string;
  /** A date as people write it; empty: none. */
  readonly reviewBy: string;
}

export type AcceptanceProblems = { readonly [K in keyof AcceptanceForm]?: string };

/** What is wrong with the form and what to do about it, by field; empty where nothing is. `today` is an ISO 8601 date. */
export function acceptanceProblems(form: AcceptanceForm, today: string): AcceptanceProblems {
  const reviewBy = reviewProblem(form.reviewBy, today);
  return {
    ...(form.reason.trim() === "" && {
      reason: "Give the reason: whoever reads the board pack will ask for it.",
    }),
    ...(form.by.trim() === "" && { by: "Give the name of whoever accepts it." }),
    ...(reviewBy !== undefined && { reviewBy }),
  };
}

function reviewProblem(text: string, today: string): string | undefined {
  if (text.trim() === "") return undefined;
  const date = parseDate(text);
  if (date === null) return "This is not a date. Write it like 1 April 2027 or 1/4/2027, or leave it empty.";
  return date < today ? "This day has passed. Give today or a later day, or leave it empty." : undefined;
}

/** The decision that a filled-in form stands for: about the facts that the finding states now. */
export function decisionFrom(
  { rule, subjects, facts }: Pick<Finding, "rule" | "subjects" | "facts">,
  { reason, by, reviewBy }: AcceptanceForm,
  now: Date,
): Decision {
  const review = parseDate(reviewBy);
  return {
    rule,
    subjects: [...subjects].sort(),
    choice: "accepted",
    reason: reason.trim(),
    by: by.trim(),
    at: `${now.toISOString().slice(0, secondsLength)}Z`,
    ...(review !== null && { reviewBy: review }),
    facts,
  };
}
