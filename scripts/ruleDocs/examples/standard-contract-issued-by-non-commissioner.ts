import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const supply = (form: "nhs-standard" | "bespoke") =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("head", "prime-contractor", "Joint and back pain", [1, 0], { form: "nhs-standard" })
    .organisation("prime", "independent-provider", "Anyshire Joint Care", [2, 0])
    .contract("part", "sub-contract", "Pain clinics", [1, 1], { form })
    .organisation("charity", "voluntary-organisation", "Anyshire Pain Relief", [0, 1])
    .relate("commissions", "ccg", "head")
    .relate("holds", "prime", "head")
    .relate("commissions", "prime", "part")
    .relate("holds", "charity", "part")
    .relate("under", "part", "head")
    .map();

export const example: RuleExample = {
  wrong: supply("nhs-standard"),
  right: supply("bespoke"),
  remedy: "The company lets the sub-contract in a form of its own.",
};
