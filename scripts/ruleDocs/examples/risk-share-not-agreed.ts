import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const paid = (terms: { riskShare?: "two-sided" }) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-provider", "Older people’s services", [1, 0], {
      status: "live",
      annualValue: 60_000_000,
      termMonths: 84,
      procurement: "competitive-dialogue",
      payment: "capitation",
      ...terms,
    })
    .organisation("holder", "foundation-trust", "Anyshire Hospitals", [2, 0])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "holder", "contract")
    .map();

export const example: RuleExample = {
  wrong: paid({}),
  right: paid({ riskShare: "two-sided" }),
  remedy: "Commissioner and trust have agreed to share losses and savings.",
};
