import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const buyers = () =>
  new ExampleMap("england-2012")
    .organisation("north", "ccg", "North Anyshire CCG", [0, 0])
    .organisation("south", "ccg", "South Anyshire CCG", [2, 0])
    .contract("contract", "prime-provider", "Diabetes care", [1, 1])
    .organisation("trust", "foundation-trust", "Anyshire Hospitals", [1, 2])
    .relate("commissions", "north", "contract")
    .relate("commissions", "south", "contract")
    .relate("holds", "trust", "contract");

export const example: RuleExample = {
  wrong: buyers().map(),
  right: buyers()
    .forum("committee", "joint-committee", "Joint committee", [1, 0], { decisionRule: "majority" })
    .relate("member", "north", "committee")
    .relate("member", "south", "committee")
    .relate("governs", "committee", "contract")
    .map(),
  remedy: "Both groups sit on a joint committee that decides for them.",
};
