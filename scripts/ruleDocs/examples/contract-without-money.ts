import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const live = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "nhs-standard", "Community nursing", [1, 1], {
      status: "live",
      procurement: "competitive-tender",
    })
    .organisation("trust", "nhs-trust", "Anyshire Community Trust", [0, 2])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "trust", "contract");

export const example: RuleExample = {
  wrong: live().map(),
  right: live().relate("pays", "ccg", "trust", { annualAmount: 8_000_000, contract: "contract" }).map(),
  remedy: "The payment for the contract is drawn.",
};
