import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const contract = (...core: readonly "core-primary-care"[]) =>
  new ExampleMap("england-2022")
    .organisation("icb", "icb", "NHS Anyshire ICB", [0, 0])
    .contract("contract", "mcp-partially-integrated", "Care out of hospital", [1, 0], {
      services: [...core, "enhanced-primary-care", "community"],
      returnRight: true,
    })
    .organisation("trust", "foundation-trust", "Anyshire Community Care", [2, 0])
    .relate("commissions", "icb", "contract")
    .relate("holds", "trust", "contract");

export const example: RuleExample = {
  wrong: contract("core-primary-care").map(),
  right: contract()
    .contract("core", "gms", "Core contract of High Street", [1, 1])
    .organisation("practice", "gp-practice", "High Street Practice", [2, 1])
    .relate("commissions", "icb", "core")
    .relate("holds", "practice", "core")
    .map(),
  remedy: "Core primary care stays out, with the practices’ own contracts beside it.",
};
