import type { CheckedFinding } from "../../../shared/rules/finding.ts";

/** A finding of a rule of its own, about the element “a” unless said otherwise. */
export function finding(
  key: string,
  severity: CheckedFinding["severity"],
  more: Partial<CheckedFinding> = {},
): CheckedFinding {
  return {
    rule: key,
    severity,
    basis: "lesson",
    subjects: ["a"],
    message: "",
    title: key,
    why: "",
    sources: [],
    key,
    facts: {},
    fixes: [],
    ...more,
  };
}
