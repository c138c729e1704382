import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const nursing = () =>
  new ExampleMap("england-2012")
    .contract("contract", "nhs-standard", "Community nursing", [1, 0], {
      status: "live",
      annualValue: 12_000_000,
      procurement: "competitive-tender",
    })
    .organisation("trust", "nhs-trust", "Anyshire Community Trust", [2, 0])
    .relate("holds", "trust", "contract");

export const example: RuleExample = {
  wrong: nursing().map(),
  right: nursing()
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .relate("commissions", "ccg", "contract")
    .map(),
  remedy: "The clinical commissioning group that buys the contract is drawn.",
};
