import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const care = (row: number) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-provider", "Care for older people", [1, row], {
      services: ["community", "social-care"],
    })
    .organisation("trust", "foundation-trust", "Anyshire Community Care", [2, 0.5])
    .organisation("council", "local-authority", "Anyshire Council", [0, 1])
    .relate("commissions", "ccg", "contract", { lead: true })
    .relate("commissions", "council", "contract")
    .relate("holds", "trust", "contract");

export const example: RuleExample = {
  wrong: care(0.5).relate("pays", "ccg", "trust").relate("pays", "council", "trust").map(),
  right: care(0)
    .fund("pool", "pooled", "Older people’s pool", [1, 1], { legalBasis: "section-75" })
    .relate("pays", "ccg", "pool")
    .relate("pays", "council", "pool")
    .relate("pays", "pool", "trust")
    .map(),
  remedy: "Council and commissioner pool their money under section 75, and the pool pays the holder.",
};
