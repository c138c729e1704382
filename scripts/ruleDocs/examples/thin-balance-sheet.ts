import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const federation = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-provider", "Care for frail people", [1, 0], {
      annualValue: 60_000_000,
      payment: "capitation",
    })
    .organisation("federation", "gp-federation", "Anyshire GP Federation", [2, 0])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "federation", "contract");

export const example: RuleExample = {
  wrong: federation().map(),
  right: federation()
    .organisation("trust", "foundation-trust", "Anyshire Hospitals", [2, 1])
    .relate("guarantees", "trust", "contract")
    .map(),
  remedy: "A foundation trust guarantees the contract.",
};
