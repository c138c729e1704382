import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const bought = (kind: "ccg" | "icb", name: string) =>
  new ExampleMap("england-2012", "2016-04-01")
    .organisation("buyer", kind, name, [0, 0])
    .contract("contract", "nhs-standard", "Community services", [1, 0])
    .organisation("trust", "nhs-trust", "Anyshire Community Care", [2, 0])
    .relate("commissions", "buyer", "contract")
    .relate("holds", "trust", "contract")
    .map();

export const example: RuleExample = {
  wrong: bought("icb", "NHS Anyshire ICB"),
  right: bought("ccg", "Anyshire CCG"),
  remedy: "Under the Act of 2012 a clinical commissioning group buys the services.",
};
