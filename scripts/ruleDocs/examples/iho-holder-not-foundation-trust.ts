import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const contract = (lead: "hospitals" | "community") =>
  new ExampleMap("england-2022")
    .organisation("icb", "icb", "NHS Anyshire ICB", [0, 0.5])
    .contract("contract", "integrated-health-organisation", "Health of Anyshire", [1, 0.5])
    .organisation("hospitals", "foundation-trust", "Anyshire Hospitals", [2, 0])
    .organisation("community", "nhs-trust", "Anyshire Community Care", [2, 1])
    .relate("commissions", "icb", "contract")
    .relate("holds", "hospitals", "contract", lead === "hospitals" ? { lead: true } : {})
    .relate("holds", "community", "contract", lead === "community" ? { lead: true } : {})
    .map();

export const example: RuleExample = {
  wrong: contract("community"),
  right: contract("hospitals"),
  remedy: "The foundation trust leads.",
};
