import { isoDate } from "../../shared/model/field.ts";
import type { Decision } from "../../shared/model/systemMap.ts";
import type { Finding } from "../../shared/rules/finding.ts";

const secondsLength = "2026-11-22T10:00:00".length;

/** What somebody has typed into the dialog. */
export interface AcceptanceForm {
  readonly reason: string;
  readonly by: string;
  /** An ISO 8601 date; empty: none. */
  readonly reviewBy: string;
}

export type AcceptanceProblems = { readonly [K in keyof AcceptanceForm]?: string };

/** What is wrong with the form and what to do about it, by field; empty where nothing is. `today` is an ISO 8601 date. */
export function acceptanceProblems(form: AcceptanceForm, today: string): AcceptanceProblems {
  const review = form.reviewBy.trim();
  return {
    ...(form.reason.trim() === "" && {
      reason: "Give the reason: whoever reads the board pack will ask for it.",
    }),
    ...(form.by.trim() === "" && { by: "Give the name of whoever accepts it." }),
    ...(review !== "" &&
      !isoDate.check.safeParse(review).success && {
        reviewBy: "This is no date. Choose a day, or leave it empty.",
      }),
    ...(review !== "" &&
      isoDate.check.safeParse(review).success &&
      review < today && {
        reviewBy: "This day has passed. Choose today or a later day, or leave it empty.",
      }),
  };
}

/** The decision that a filled-in form stands for: about the facts that the finding states now. */
export function decisionFrom(
  { rule, subjects, facts }: Pick<Finding, "rule" | "subjects" | "facts">,
  { reason, by, reviewBy }: AcceptanceForm,
  now: Date,
): Decision {
  return {
    rule,
    subjects: [...subjects].sort(),
    choice: "accepted",
    reason: reason.trim(),
    by: by.trim(),
    at: `${now.toISOString().slice(0, secondsLength)}Z`,
    ...(reviewBy.trim() !== "" && { reviewBy: reviewBy.trim() }),
    facts,
  };
}
