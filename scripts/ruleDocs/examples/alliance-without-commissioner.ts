import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const alliance = () =>
  new ExampleMap("england-2012")
    .forum("board", "alliance-board", "Anyshire alliance board", [2, 0], { decisionRule: "unanimous" })
    .contract("alliance", "alliance", "Mental health recovery", [0.96, 0.9])
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .organisation("trust", "foundation-trust", "Anyshire Mental Health", [0, 1.8])
    .organisation("charity", "voluntary-organisation", "Anyshire Recovery", [2, 1.8])
    .relate("governs", "board", "alliance")
    .relate("holds", "trust", "alliance")
    .relate("holds", "charity", "alliance");

export const example: RuleExample = {
  wrong: alliance().relate("pays", "ccg", "trust", { annualAmount: 8_000_000 }).map(),
  right: alliance().relate("commissions", "ccg", "alliance").map(),
  remedy: "The clinical commissioning group buys the alliance contract and so is part of it.",
};
