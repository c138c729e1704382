import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const urgentCare = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "nhs-standard", "Urgent care", [1, 0])
    .organisation("alliance", "alliance", "Anyshire Care Alliance", [1, 1])
    .organisation("hospitals", "foundation-trust", "Anyshire Hospitals", [0, 1])
    .organisation("community", "nhs-trust", "Anyshire Community Care", [2, 1])
    .relate("commissions", "ccg", "contract")
    .relate("member", "hospitals", "alliance")
    .relate("member", "community", "alliance");

export const example: RuleExample = {
  wrong: urgentCare().relate("holds", "alliance", "contract").map(),
  right: urgentCare()
    .relate("holds", "hospitals", "contract", { lead: true })
    .relate("holds", "community", "contract")
    .map(),
  remedy: "Its members, which are legal persons, hold the contract together, and one of them leads.",
};
