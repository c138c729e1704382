import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const pool = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .fund("pool", "pooled", "End of life pool", [1, 0], { legalBasis: "section-75" })
    .organisation("council", "local-authority", "Anyshire Council", [1, 1])
    .organisation("charity", "voluntary-organisation", "Anyshire Hospice", [2, 0.5])
    .relate("pays", "ccg", "pool")
    .relate("pays", "council", "pool");

export const example: RuleExample = {
  wrong: pool().relate("pays", "charity", "pool").map(),
  right: pool().relate("pays", "charity", "council").map(),
  remedy: "The charity pays one of the partners, and only the partners pay into the pool.",
};
