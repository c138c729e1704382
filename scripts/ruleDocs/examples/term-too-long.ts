import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const paid = (terms: { termMonths: number }) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-provider", "Out-of-hospital care", [1, 0], {
      payment: "capitation",
      ...terms,
    })
    .organisation("holder", "foundation-trust", "Anyshire Hospitals", [2, 0])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "holder", "contract")
    .map();

export const example: RuleExample = {
  wrong: paid({ termMonths: 300 }),
  right: paid({ termMonths: 120 }),
  remedy: "The contract runs for ten years.",
};
