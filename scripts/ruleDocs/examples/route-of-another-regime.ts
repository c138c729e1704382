import type { Contract } from "../../../shared/model/element.ts";
import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const tender = (procurement: NonNullable<Contract["procurement"]>) =>
  new ExampleMap("england-2022", "2025-06-01")
    .organisation("icb", "icb", "Anyshire ICB", [0, 0])
    .contract("contract", "nhs-standard", "Talking therapies", [0, 1], {
      status: "awarded",
      services: ["mental-health"],
      annualValue: 5_500_000,
      start: "2025-10-01",
      procurement,
    })
    .organisation("trust", "foundation-trust", "Anyshire Minds", [0, 2])
    .relate("commissions", "icb", "contract")
    .relate("holds", "trust", "contract")
    .map();

export const example: RuleExample = {
  wrong: tender("competitive-dialogue"),
  right: tender("psr-competitive"),
  remedy: "The contract goes by the competitive process of the Provider Selection Regime.",
};
