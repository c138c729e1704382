import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const council = (toPool: number) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [2, 0])
    .fund("pool", "pooled", "Health and care pool", [1, 0], { legalBasis: "section-75" })
    .organisation("council", "local-authority", "Anyshire Council", [0, 0], { annualIncome: 400_000_000 })
    .fund("programme", "programme", "All other services", [1, 1])
    .note("note", "Income of the council: £400m a year", [0, 0.6])
    .relate("pays", "ccg", "pool", { annualAmount: 200_000_000 })
    .relate("pays", "council", "pool", { annualAmount: toPool })
    .relate("pays", "council", "programme", { annualAmount: 290_000_000 })
    .map();

export const example: RuleExample = {
  wrong: council(120_000_000),
  right: council(110_000_000),
  remedy: "The council pays out no more than it takes in.",
};
