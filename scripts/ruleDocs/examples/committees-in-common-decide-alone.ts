import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const meeting = () =>
  new ExampleMap("england-2012")
    .organisation("north", "ccg", "North Anyshire CCG", [0, 0])
    .forum("committees", "committees-in-common", "Anyshire committees in common", [1, 0])
    .organisation("south", "ccg", "South Anyshire CCG", [2, 0])
    .contract("contract", "prime-provider", "Diabetes care", [1, 1])
    .organisation("trust", "foundation-trust", "Anyshire Hospitals", [1, 2])
    .relate("member", "north", "committees")
    .relate("member", "south", "committees")
    .relate("holds", "trust", "contract");

export const example: RuleExample = {
  wrong: meeting().relate("commissions", "committees", "contract").map(),
  right: meeting()
    .relate("commissions", "north", "contract")
    .relate("commissions", "south", "contract")
    .map(),
  remedy: "Each group buys the contract itself; the committees in common are where they meet.",
};
