import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const bodies = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .organisation("trust", "foundation-trust", "Anyshire Hospitals", [2, 0]);

export const example: RuleExample = {
  wrong: bodies()
    .relate("delegates", "ccg", "trust", {
      function: "nhs-commissioning",
      level: "delegated",
      legalBasis: "scheme-of-delegation",
    })
    .map(),
  right: bodies()
    .contract("contract", "prime-provider", "Care for older people", [1, 0])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "trust", "contract")
    .map(),
  remedy:
    "The trust organises the care under a contract, and the commissioner goes on deciding what is bought.",
};
