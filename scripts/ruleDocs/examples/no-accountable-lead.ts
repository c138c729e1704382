import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const shared = (lead: { lead?: true }) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [1, 0])
    .contract("contract", "nhs-standard", "Stroke care", [1, 1])
    .organisation("hospital", "foundation-trust", "Anyshire Hospitals", [0, 2])
    .organisation("community", "nhs-trust", "Anyshire Community Trust", [2, 2])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "hospital", "contract", lead)
    .relate("holds", "community", "contract")
    .map();

export const example: RuleExample = {
  wrong: shared({}),
  right: shared({ lead: true }),
  remedy: "The hospital trust leads and answers for the whole contract.",
};
