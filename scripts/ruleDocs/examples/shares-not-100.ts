import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const venture = (community: number) =>
  new ExampleMap("england-2012")
    .organisation("hospital", "foundation-trust", "Anyshire Hospitals", [0, 0])
    .organisation("community", "foundation-trust", "Anyshire Community Care", [2, 0])
    .organisation("llp", "joint-venture", "Anyshire Care LLP", [1, 1], { legalForm: "llp" })
    .relate("owns", "hospital", "llp", { percent: 50 })
    .relate("owns", "community", "llp", { percent: community })
    .map();

export const example: RuleExample = {
  wrong: venture(40),
  right: venture(50),
  remedy: "The shares of both parents add up to 100%.",
};
