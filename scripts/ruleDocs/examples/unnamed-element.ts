import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const named = (name: string) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "nhs-standard", name, [1, 0])
    .organisation("trust", "nhs-trust", "Anyshire Community Trust", [2, 0])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "trust", "contract")
    .map();

export const example: RuleExample = {
  wrong: named(""),
  right: named("Community nursing"),
  remedy: "The contract has a name.",
};
