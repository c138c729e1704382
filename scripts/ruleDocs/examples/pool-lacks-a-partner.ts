import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const pool = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .fund("pool", "pooled", "Better care pool", [1, 0], { legalBasis: "section-75" })
    .organisation("trust", "nhs-trust", "Anyshire Community Care", [2, 0])
    .relate("pays", "ccg", "pool")
    .relate("pays", "trust", "pool");

export const example: RuleExample = {
  wrong: pool().map(),
  right: pool()
    .organisation("council", "local-authority", "Anyshire Council", [1, 1])
    .relate("pays", "council", "pool")
    .map(),
  remedy: "The council, the partner that was missing, pays in too.",
};
