import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const nursing = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "nhs-standard", "Community nursing", [1, 0])
    .fund("budget", "programme", "Community budget", [0, 1], { annualAmount: 12_000_000 })
    .organisation("trust", "nhs-trust", "Anyshire Community Trust", [2, 1])
    .relate("pays", "ccg", "budget", { annualAmount: 12_000_000 })
    .relate("holds", "trust", "contract");

export const example: RuleExample = {
  wrong: nursing().relate("commissions", "budget", "contract").map(),
  right: nursing()
    .relate("commissions", "ccg", "contract")
    .relate("pays", "budget", "trust", { annualAmount: 12_000_000, contract: "contract" })
    .map(),
  remedy: "The commissioner buys the contract, and its budget pays the trust for it.",
};
