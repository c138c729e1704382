import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const supply = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("head", "prime-provider", "Care for older people", [1, 0])
    .organisation("hospitals", "foundation-trust", "Anyshire Hospitals", [2, 0])
    .contract("nursing", "nhs-standard", "Community nursing", [1, 1])
    .organisation("community", "nhs-trust", "Anyshire Community Care", [0, 1])
    .relate("commissions", "ccg", "head")
    .relate("holds", "hospitals", "head")
    .relate("commissions", "hospitals", "nursing")
    .relate("holds", "community", "nursing");

export const example: RuleExample = {
  wrong: supply().map(),
  right: supply().relate("under", "nursing", "head").map(),
  remedy: "The trust lets the contract under one that it holds itself, as part of its supply chain.",
};
