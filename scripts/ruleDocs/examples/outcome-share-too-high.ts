import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const paid = (terms: { outcomePercent: number }) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-provider", "Older people’s services", [1, 0], {
      annualValue: 60_000_000,
      outcomeMeasures: 12,
      ...terms,
    })
    .organisation("holder", "foundation-trust", "Anyshire Hospitals", [2, 0])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "holder", "contract")
    .map();

export const example: RuleExample = {
  wrong: paid({ outcomePercent: 30 }),
  right: paid({ outcomePercent: 10 }),
  remedy: "A tenth of the payment depends on outcomes, and the care can be paid for without it.",
};
