import type { Contract } from "../../../shared/model/element.ts";
import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const procurement = (contract: Partial<Contract>) =>
  new ExampleMap("england-2012", "2017-03-01")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "mcp-partially-integrated", "Care out of hospital", [0, 1], {
      status: "in-procurement",
      services: ["community", "urgent"],
      procurement: "competitive-dialogue",
      termMonths: 120,
      ...contract,
    })
    .organisation("trust", "foundation-trust", "Anyshire Community Care", [0, 2])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "trust", "contract", { proposed: true })
    .map();

export const example: RuleExample = {
  wrong: procurement({}),
  right: procurement({ assurance: ["early-engagement", "checkpoint-1"] }),
  remedy: "The steps due before a procurement are recorded as passed.",
};
