import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const paid = (terms: { outcomeMeasures?: number }, agreed: string) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-provider", "Older people’s services", [1, 0], {
      annualValue: 60_000_000,
      outcomePercent: 10,
      ...terms,
    })
    .organisation("trust", "foundation-trust", "Anyshire Hospitals", [2, 0])
    .note("agreed", agreed, [1, 0.58])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "trust", "contract")
    .map();

export const example: RuleExample = {
  wrong: paid({}, "Outcome measures: not stated."),
  right: paid({ outcomeMeasures: 12 }, "Outcome measures: 12."),
  remedy: "The contract names twelve measures that decide about the 10%.",
};
