import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const contract = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-provider", "Cancer care", [1, 0], { services: ["cancer", "specialised"] })
    .organisation("trust", "foundation-trust", "Anyshire Hospitals", [2, 0])
    .relate("commissions", "ccg", "contract", { lead: true })
    .relate("holds", "trust", "contract");

export const example: RuleExample = {
  wrong: contract().map(),
  right: contract()
    .organisation("england", "nhs-england", "NHS England", [1, 1])
    .relate("commissions", "england", "contract")
    .map(),
  remedy: "NHS England, which commissions the specialised services, buys the contract too.",
};
