import type { Contract } from "../../../shared/model/element.ts";
import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const live = (contract: Partial<Contract>) =>
  new ExampleMap("england-2022", "2025-06-01")
    .organisation("icb", "icb", "Anyshire ICB", [0, 0])
    .contract("contract", "nhs-standard", "Community nursing", [0, 1], {
      status: "live",
      services: ["community"],
      annualValue: 8_000_000,
      start: "2025-04-01",
      ...contract,
    })
    .organisation("trust", "nhs-trust", "Anyshire Community Trust", [0, 2])
    .relate("commissions", "icb", "contract")
    .relate("holds", "trust", "contract")
    .map();

export const example: RuleExample = {
  wrong: live({}),
  right: live({ procurement: "psr-direct-award-c" }),
  remedy: "The route is stated: a direct award under process C of the Provider Selection Regime.",
};
