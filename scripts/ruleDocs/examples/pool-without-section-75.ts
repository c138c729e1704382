import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const pool = (legalBasis: "none" | "section-75") =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .fund("pool", "pooled", "Better care pool", [1, 0], { annualAmount: 30_000_000, legalBasis })
    .organisation("council", "local-authority", "Anyshire Council", [2, 0])
    .relate("pays", "ccg", "pool", { annualAmount: 20_000_000 })
    .relate("pays", "council", "pool", { annualAmount: 10_000_000 })
    .map();

export const example: RuleExample = {
  wrong: pool("none"),
  right: pool("section-75"),
  remedy: "The pool rests on a section 75 agreement.",
};
