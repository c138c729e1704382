import type { Snapshot } from "../document/snapshot.ts";
import { checkMap } from "./checkMap.ts";
import type { ComparisonRule } from "./comparison/ComparisonRule.ts";
import { COMPARISON_RULES } from "./comparison/comparisonRules.ts";
import type { CheckedFinding } from "./finding.ts";
import { MapView } from "./MapView.ts";
import type { Rule } from "./rule.ts";

/**
 * Compares two options, drawn as maps with the same ids: what those on the option gain or lose against the baseline. In the public order,
 * with the severities and the decisions of the option applied. Never throws, as `checkMap` does not.
 * @param rules default: every rule about two options.
 */
export function compareOptions(
  baseline: Snapshot,
  option: Snapshot,
  rules: readonly ComparisonRule[] = COMPARISON_RULES,
): CheckedFinding[] {
  const view = new MapView(baseline);
  return checkMap(
    option,
    rules.map((rule) => against(view, rule)),
  );
}

function against(baseline: MapView, { compare, ...rule }: ComparisonRule): Rule<"organisation"> {
  return {
    ...rule,
    check(organisation, option, report) {
      const before = baseline.organisation(organisation.id);
      if (before) compare(organisation, before, { baseline, option }, report);
    },
  };
}
