import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const supplyChain = () =>
  new ExampleMap("england-2012")
    .organisation("trust", "foundation-trust", "Anyshire Community Care", [0, 0])
    .contract("head", "prime-provider", "Bones and joints", [1, 0])
    .contract("therapies", "sub-contract", "Physiotherapy", [1, 1])
    .organisation("clinic", "independent-provider", "Anyshire Physiotherapy", [0, 1])
    .relate("holds", "trust", "head")
    .relate("commissions", "trust", "therapies")
    .relate("holds", "clinic", "therapies")
    .relate("under", "therapies", "head");

export const example: RuleExample = {
  wrong: supplyChain().relate("under", "head", "therapies").map(),
  right: supplyChain().map(),
  remedy: "The line from the head contract down to its own sub-contract is gone.",
};
