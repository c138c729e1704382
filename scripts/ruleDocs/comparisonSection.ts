import { COMPARISON_RULES } from "../../shared/rules/comparison/comparisonRules.ts";

/** The section of the rule book about two options. They are not among the rules of one map, so it stands beside the others. */
export const COMPARISON_SECTION = {
  title: "Comparing two options",
  summary:
    "What organisations gain or lose. These rules are asked only where a map is compared with another one of the same system, in which the same things have the same ids: `plumbline check OPTION --baseline FILE`.",
  rules: COMPARISON_RULES,
} as const;
