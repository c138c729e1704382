import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const nursing = () =>
  new ExampleMap("england-2012")
    .contract("contract", "nhs-standard", "Community nursing", [1, 0], {
      status: "live",
      annualValue: 12_000_000,
      procurement: "competitive-tender",
    })
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .relate("commissions", "ccg", "contract");

export const example: RuleExample = {
  wrong: nursing().map(),
  right: nursing()
    .organisation("trust", "nhs-trust", "Anyshire Community Trust", [2, 0])
    .relate("holds", "trust", "contract")
    .map(),
  remedy: "The trust that has signed the contract is drawn.",
};
