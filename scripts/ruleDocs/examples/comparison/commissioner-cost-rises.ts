import { type ComparisonExample, ExampleMap } from "../../RuleExample.ts";

const frailty = (toHospital: number, toCommunity: number) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [1, 0])
    .organisation("hospital", "foundation-trust", "Anyshire Hospitals", [0, 1])
    .organisation("community", "nhs-trust", "Anyshire Community Care", [2, 1])
    .relate("pays", "ccg", "hospital", { annualAmount: toHospital })
    .relate("pays", "ccg", "community", { annualAmount: toCommunity })
    .map();

export const example: ComparisonExample = {
  baseline: frailty(110_000_000, 40_000_000),
  wrong: frailty(108_000_000, 46_000_000),
  right: frailty(105_000_000, 45_000_000),
  remedy:
    "What community care gains is what hospitals are paid less, so the commissioner pays out as much as before.",
};
