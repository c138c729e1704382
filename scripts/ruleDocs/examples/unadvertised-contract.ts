import type { Contract } from "../../../shared/model/element.ts";
import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const award = (contract: Partial<Contract>) =>
  new ExampleMap("england-2012", "2016-09-01")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "nhs-standard", "Community nursing", [0, 1], {
      status: "awarded",
      totalValue: 4_200_000,
      ...contract,
    })
    .organisation("trust", "nhs-trust", "Anyshire Community Trust", [0, 2])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "trust", "contract")
    .map();

export const example: RuleExample = {
  wrong: award({ procurement: "direct-award", advertised: false }),
  right: award({ procurement: "competitive-tender", advertised: true }),
  remedy: "The contract is advertised and goes to tender.",
};
