import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const paid = (terms: { riskShare: "upside" | "two-sided" }) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-provider", "Older people’s services", [1, 0], {
      annualValue: 60_000_000,
      payment: "capitation",
      ...terms,
    })
    .organisation("holder", "foundation-trust", "Anyshire Hospitals", [2, 0])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "holder", "contract")
    .map();

export const example: RuleExample = {
  wrong: paid({ riskShare: "upside" }),
  right: paid({ riskShare: "two-sided" }),
  remedy: "The trust shares in losses as well as in savings.",
};
