import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const federation = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "nhs-standard", "Care for frail people", [1, 0])
    .organisation("federation", "gp-federation", "Anyshire GP Federation", [2, 0])
    .organisation("hospital", "foundation-trust", "Anyshire Hospitals", [0, 2])
    .organisation("community", "nhs-trust", "Anyshire Community Trust", [2, 2])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "federation", "contract");

export const example: RuleExample = {
  wrong: federation()
    .organisation("venture", "joint-venture", "Anyshire Ventures LLP", [1, 1], { legalForm: "llp" })
    .relate("owns", "hospital", "venture")
    .relate("owns", "community", "venture")
    .relate("guarantees", "venture", "contract", { limit: 5_000_000 })
    .map(),
  right: federation()
    .relate("guarantees", "hospital", "contract", { limit: 5_000_000 })
    .relate("guarantees", "community", "contract", { limit: 5_000_000 })
    .map(),
  remedy: "The two trusts guarantee the contract themselves, and not through a venture of theirs.",
};
