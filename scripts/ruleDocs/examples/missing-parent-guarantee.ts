import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const venture = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-provider", "Older people’s services", [1, 0])
    .organisation("llp", "joint-venture", "Anyshire Care LLP", [1, 1], { legalForm: "llp" })
    .organisation("hospital", "foundation-trust", "Anyshire Hospitals", [0, 2])
    .organisation("community", "foundation-trust", "Anyshire Community Care", [2, 2])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "llp", "contract")
    .relate("owns", "hospital", "llp", { percent: 50 })
    .relate("owns", "community", "llp", { percent: 50 });

export const example: RuleExample = {
  wrong: venture().map(),
  right: venture()
    .relate("guarantees", "hospital", "contract")
    .relate("guarantees", "community", "contract")
    .map(),
  remedy: "Both parents guarantee the contract.",
};
