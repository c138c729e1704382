import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const supplyChain = (therapies: number) =>
  new ExampleMap("england-2012")
    .organisation("trust", "foundation-trust", "Anyshire Community Care", [1, 0])
    .contract("head", "prime-provider", "Bones and joints", [1, 1], { annualValue: 26_500_000 })
    .contract("hospital", "sub-contract", "Operations", [0, 2], { annualValue: 17_000_000 })
    .contract("therapies", "sub-contract", "Physiotherapy", [2, 2], { annualValue: therapies })
    .relate("holds", "trust", "head")
    .relate("under", "hospital", "head")
    .relate("under", "therapies", "head")
    .map();

export const example: RuleExample = {
  wrong: supplyChain(11_000_000),
  right: supplyChain(7_500_000),
  remedy: "The sub-contracts leave something of the head contract’s value to the holder.",
};
