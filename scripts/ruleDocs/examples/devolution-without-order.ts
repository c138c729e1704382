import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const devolution = (legalBasis: "none" | "section-105a") =>
  new ExampleMap("england-2012")
    .organisation("england", "nhs-england", "NHS England", [0, 0])
    .organisation("combined", "public-body", "Anyshire Combined Authority", [1.5, 0])
    .relate("delegates", "england", "combined", {
      function: "nhs-commissioning",
      level: "devolved",
      legalBasis,
    })
    .map();

export const example: RuleExample = {
  wrong: devolution("none"),
  right: devolution("section-105a"),
  remedy: "A section 105A order, with national approval, transfers the function.",
};
