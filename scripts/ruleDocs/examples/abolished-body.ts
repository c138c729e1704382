import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const bought = (kind: "ccg" | "icb", name: string) =>
  new ExampleMap("england-2022", "2025-04-01")
    .organisation("buyer", kind, name, [0, 0])
    .contract("contract", "nhs-standard", "Community services", [1, 0])
    .organisation("trust", "nhs-trust", "Anyshire Community Care", [2, 0])
    .relate("commissions", "buyer", "contract")
    .relate("holds", "trust", "contract")
    .map();

export const example: RuleExample = {
  wrong: bought("ccg", "Anyshire CCG"),
  right: bought("icb", "NHS Anyshire ICB"),
  remedy: "On a map of April 2025 the integrated care board buys what the clinical commissioning group did.",
};
