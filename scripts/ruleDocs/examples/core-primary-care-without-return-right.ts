import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const contract = (returnRight: boolean) =>
  new ExampleMap("england-2022")
    .organisation("icb", "icb", "NHS Anyshire ICB", [0, 0])
    .contract("contract", "mcp-fully-integrated", "Community and primary care", [1, 0], {
      services: ["core-primary-care", "community"],
      returnRight,
    })
    .organisation("trust", "foundation-trust", "Anyshire Community Care", [2, 0])
    .relate("commissions", "icb", "contract")
    .relate("holds", "trust", "contract");

export const example: RuleExample = {
  wrong: contract(false).note("note", "No right to return", [1, 0.6]).map(),
  right: contract(true).note("note", "Practices have a right to return", [1, 0.6]).map(),
  remedy: "Practices may return to their core contract when this one ends.",
};
