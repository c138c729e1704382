import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const group = () =>
  new ExampleMap("england-2012")
    .organisation("trust", "foundation-trust", "Anyshire Hospitals", [0, 0])
    .organisation("holding", "other", "Anyshire Health Holdings", [1, 0], { legalForm: "limited-by-shares" })
    .organisation("practices", "gp-super-partnership", "Anyshire Practices", [1, 1], {
      legalForm: "limited-by-shares",
    })
    .relate("owns", "trust", "holding")
    .relate("owns", "holding", "practices");

export const example: RuleExample = {
  wrong: group().relate("owns", "practices", "holding").map(),
  right: group().map(),
  remedy: "The practices are owned by the holding company, and own nothing of it.",
};
