import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const practice = (isCoreEnded: boolean) =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("head", "mcp-fully-integrated", "Community and primary care", [1, 0], {
      services: ["core-primary-care", "community"],
      returnRight: true,
    })
    .organisation("provider", "voluntary-organisation", "Anyshire Care Company", [2, 0], {
      legalForm: "community-interest-company",
    })
    .organisation("england", "nhs-england", "NHS England", [0, 1])
    .contract("core", "gms", "Core contract of High Street", [1, 1], {
      status: isCoreEnded ? "terminated" : "live",
    })
    .organisation("practice", "gp-practice", "High Street Practice", [2, 1])
    .relate("commissions", "ccg", "head")
    .relate("holds", "provider", "head")
    .relate("member", "practice", "provider")
    .relate("delegates", "england", "ccg", {
      function: "primary-care-commissioning",
      level: "delegated",
      legalBasis: "section-13z",
    })
    .relate("commissions", "england", "core")
    .relate("holds", "practice", "core")
    .map();

export const example: RuleExample = {
  wrong: practice(false),
  right: practice(true),
  remedy: "The practice’s own core contract ends when the new contract takes its place.",
};
