import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const pathway = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0.5])
    .contract("contract", "prime-contractor", "Cancer care", [1, 0])
    .organisation("prime", "independent-provider", "Anyshire Pathways", [2, 0.5])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "prime", "contract");

export const example: RuleExample = {
  wrong: pathway()
    .relate("delegates", "ccg", "prime", {
      function: "public-involvement",
      level: "delegated",
      legalBasis: "other",
    })
    .map(),
  right: pathway()
    .relate("delegates", "ccg", "prime", { function: "public-involvement", level: "seat" })
    .map(),
  remedy: "The company has a seat at the table, and the commissioner goes on carrying the duty.",
};
