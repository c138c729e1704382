import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const paid = (terms: { termMonths: number }) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-provider", "Older people’s services", [1, 0], {
      payment: "capitation",
      ...terms,
    })
    .organisation("holder", "foundation-trust", "Anyshire Hospitals", [2, 0])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "holder", "contract")
    .map();

export const example: RuleExample = {
  wrong: paid({ termMonths: 24 }),
  right: paid({ termMonths: 84 }),
  remedy: "The contract runs for seven years.",
};
