import { type ComparisonExample, ExampleMap } from "../../RuleExample.ts";

const community = (toMentalHealth: number, toCommunity: number) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [1, 0])
    .organisation("mental-health", "foundation-trust", "Anyshire Mental Health", [0, 1])
    .organisation("community", "nhs-trust", "Anyshire Community Care", [2, 1])
    .relate("pays", "ccg", "mental-health", { annualAmount: toMentalHealth })
    .relate("pays", "ccg", "community", { annualAmount: toCommunity })
    .map();

export const example: ComparisonExample = {
  baseline: community(80_000_000, 45_000_000),
  wrong: community(66_000_000, 59_000_000),
  right: community(74_000_000, 51_000_000),
  remedy: "Less moves at once, so that no provider loses more than a tenth of its income.",
};
