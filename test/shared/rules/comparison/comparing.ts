import { compareOptions } from "../../../../shared/rules/compareOptions.ts";
import type { CheckedFinding } from "../../../../shared/rules/finding.ts";
import type { MapBuilder } from "../../../support/buildMap.ts";

/** The findings of one rule about an option against a baseline, in the public order. */
export function comparedBy(rule: string, baseline: MapBuilder, option: MapBuilder): CheckedFinding[] {
  return compareOptions(baseline.snapshot(), option.snapshot()).filter((finding) => finding.rule === rule);
}

/** The only finding of a rule about an option against a baseline. */
export function theComparison(rule: string, baseline: MapBuilder, option: MapBuilder): CheckedFinding {
  const [finding, ...more] = comparedBy(rule, baseline, option);
  if (!finding || more.length > 0) throw new Error(`${rule}: ${more.length + (finding ? 1 : 0)} findings`);
  return finding;
}
