import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const priced = (annualValue: number) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "nhs-standard", "Community nursing", [1, 0], {
      annualValue,
      estimatedAnnualCost: 46_000_000,
    })
    .note("cost", "Estimated cost: £46m a year.", [1, 0.5])
    .organisation("trust", "nhs-trust", "Anyshire Community Trust", [2, 0])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "trust", "contract")
    .map();

export const example: RuleExample = {
  wrong: priced(41_000_000),
  right: priced(46_000_000),
  remedy: "The price covers what the care is estimated to cost.",
};
