import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const reablement = () =>
  new ExampleMap("england-2012")
    .organisation("council", "local-authority", "Anyshire Council", [0, 0])
    .contract("contract", "nhs-standard", "Reablement at home", [1, 0])
    .organisation("ccg", "ccg", "Anyshire CCG", [2, 0])
    .relate("commissions", "council", "contract", { lead: true });

export const example: RuleExample = {
  wrong: reablement().relate("holds", "ccg", "contract").map(),
  right: reablement()
    .relate("commissions", "ccg", "contract")
    .organisation("trust", "nhs-trust", "Anyshire Community Care", [1, 1])
    .relate("holds", "trust", "contract")
    .map(),
  remedy: "The clinical commissioning group buys the service with the council, and a trust delivers it.",
};
