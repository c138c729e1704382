import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const venture = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "nhs-standard", "Diagnostic centres", [1, 0])
    .organisation("venture", "joint-venture", "Anyshire Diagnostics LLP", [1, 1], { legalForm: "llp" })
    .relate("commissions", "ccg", "contract")
    .relate("holds", "venture", "contract");

export const example: RuleExample = {
  wrong: venture().map(),
  right: venture()
    .organisation("hospital", "foundation-trust", "Anyshire Hospitals", [0, 2])
    .organisation("charity", "voluntary-organisation", "Anyshire Cancer Charity", [2, 2])
    .relate("owns", "hospital", "venture", { percent: 60 })
    .relate("owns", "charity", "venture", { percent: 40 })
    .relate("guarantees", "hospital", "contract")
    .relate("guarantees", "charity", "contract")
    .map(),
  remedy: "The two owners are drawn, and with them who stands behind the contract.",
};
