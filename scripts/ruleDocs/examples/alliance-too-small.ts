import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const alliance = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .forum("board", "alliance-board", "Anyshire alliance board", [2, 0], { decisionRule: "unanimous" })
    .contract("alliance", "alliance", "Mental health recovery", [0.96, 0.9])
    .organisation("trust", "foundation-trust", "Anyshire Mental Health", [0, 1.8])
    .organisation("charity", "voluntary-organisation", "Anyshire Recovery", [2, 1.8])
    .relate("commissions", "ccg", "alliance")
    .relate("governs", "board", "alliance")
    .relate("holds", "trust", "alliance");

export const example: RuleExample = {
  wrong: alliance().relate("member", "charity", "board").map(),
  right: alliance().relate("holds", "charity", "alliance").map(),
  remedy: "The charity signs the alliance contract as well, and does not only sit on its board.",
};
