import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const nursing = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "nhs-standard", "Community nursing", [1, 0])
    .organisation("trust", "nhs-trust", "Anyshire Community Trust", [2, 0])
    .organisation("charity", "voluntary-organisation", "Anyshire Home Nurses", [2, 1])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "trust", "contract");

export const example: RuleExample = {
  wrong: nursing().map(),
  right: nursing().relate("partners", "trust", "charity").map(),
  remedy: "A line says what the charity has to do with the others.",
};
