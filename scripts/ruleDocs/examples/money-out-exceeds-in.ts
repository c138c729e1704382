import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const venture = (paidOn: number) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [1, 0])
    .organisation("llp", "joint-venture", "Anyshire Care LLP", [1, 1], { legalForm: "llp" })
    .organisation("hospital", "foundation-trust", "Anyshire Hospitals", [0, 2])
    .organisation("community", "foundation-trust", "Anyshire Community Care", [2, 2])
    .relate("pays", "ccg", "llp", { annualAmount: 145_000_000 })
    .relate("pays", "llp", "hospital", { annualAmount: 90_000_000 })
    .relate("pays", "llp", "community", { annualAmount: paidOn })
    .map();

export const example: RuleExample = {
  wrong: venture(70_000_000),
  right: venture(52_000_000),
  remedy: "What the venture promises its sub-contractors fits into what it is paid.",
};
