import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const twoContracts = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0.5])
    .contract("planned", "nhs-standard", "Planned operations", [1, 0])
    .contract("urgent", "nhs-standard", "Urgent care", [1, 1])
    .relate("commissions", "ccg", "planned")
    .relate("commissions", "ccg", "urgent");

export const example: RuleExample = {
  wrong: twoContracts()
    .organisation("hospital", "foundation-trust", "Anyshire Hospitals", [2, 0])
    .organisation("again", "foundation-trust", "Anyshire hospitals", [2, 1])
    .relate("holds", "hospital", "planned")
    .relate("holds", "again", "urgent")
    .map(),
  right: twoContracts()
    .organisation("hospital", "foundation-trust", "Anyshire Hospitals", [2, 0.5])
    .relate("holds", "hospital", "planned")
    .relate("holds", "hospital", "urgent")
    .map(),
  remedy: "The hospital trust is drawn once, with both of its contracts.",
};
