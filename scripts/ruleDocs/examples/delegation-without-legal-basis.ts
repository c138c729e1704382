import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const delegation = (legalBasis: "none" | "section-75") =>
  new ExampleMap("england-2012")
    .organisation("council", "local-authority", "Anyshire Council", [0, 0])
    .organisation("trust", "foundation-trust", "Anyshire Community Care", [1.5, 0])
    .relate("delegates", "council", "trust", {
      function: "social-care-assessment",
      level: "delegated",
      legalBasis,
    })
    .map();

export const example: RuleExample = {
  wrong: delegation("none"),
  right: delegation("section-75"),
  remedy: "The council delegates under a section 75 agreement.",
};
