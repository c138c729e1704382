import { decisionKey } from "../document/decisionKey.ts";
import type { Finding } from "./finding.ts";

/** A rule that threw, and what it was looking at. */
export interface Failure {
  readonly rule: string;
  readonly subjects: readonly string[];
  readonly error: unknown;
}

/** The finding that says that a rule could not be applied everywhere. */
export function ruleFailed(rule: string, failures: readonly Failure[]): Finding {
  const subjects = [...new Set(failures.flatMap((failure) => failure.subjects))];
  const error = failures[0]?.error;
  const reason = error instanceof Error ? error.message : String(error);
  return {
    rule: "rule-failed",
    severity: "warning",
    basis: "completeness",
    subjects,
    message: `The rule “${rule}” could not be applied (${reason}). What it would have said is missing from this list; the other rules are not affected.`,
    title: "A rule could not be applied",
    why: "The fault is in Plumbline, not in the map. Please report it, with the name of the rule.",
    sources: [],
    key: decisionKey("rule-failed", [rule, ...subjects]),
    facts: { rule },
  };
}
