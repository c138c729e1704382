import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const board = () =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .forum("board", "partnership-board", "Anyshire partnership board", [1, 0], { decisionRule: "consensus" })
    .contract("contract", "nhs-standard", "Community nursing", [1, 1])
    .organisation("trust", "nhs-trust", "Anyshire Community Trust", [2, 0])
    .relate("member", "ccg", "board")
    .relate("member", "trust", "board")
    .relate("holds", "trust", "contract");

export const example: RuleExample = {
  wrong: board().relate("commissions", "board", "contract").map(),
  right: board().relate("commissions", "ccg", "contract").map(),
  remedy: "The commissioner on the board buys the contract; the board advises.",
};
