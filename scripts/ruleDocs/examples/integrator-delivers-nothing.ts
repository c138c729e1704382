import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const chain = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-provider", "End of life care", [1, 0])
    .contract("part", "sub-contract", "Hospice beds", [1, 1])
    .organisation("hospice", "voluntary-organisation", "Anyshire Hospice", [0, 1])
    .relate("commissions", "ccg", "contract")
    .relate("under", "part", "contract")
    .relate("holds", "hospice", "part");

export const example: RuleExample = {
  wrong: chain()
    .organisation("holder", "integrator", "Anyshire Care Coordination", [2, 0])
    .relate("holds", "holder", "contract")
    .relate("commissions", "holder", "part")
    .map(),
  right: chain()
    .organisation("holder", "nhs-trust", "Anyshire Community Trust", [2, 0], { services: ["community"] })
    .relate("holds", "holder", "contract")
    .relate("commissions", "holder", "part")
    .map(),
  remedy: "The holder of the prime provider contract delivers community care itself and buys the rest.",
};
