import { ExampleMap, type RuleExample } from "../RuleExample.ts";

const board = (standing: "full" | "associate") =>
  new ExampleMap("england-2012")
    .organisation("ccg", "ccg", "Anyshire CCG", [0, 0])
    .contract("contract", "prime-provider", "Care for older people", [1, 0])
    .forum("board", "partnership-board", "Older people’s board", [0, 1], { decisionRule: "majority" })
    .organisation("trust", "foundation-trust", "Anyshire Hospitals", [1.5, 1])
    .relate("commissions", "ccg", "contract")
    .relate("holds", "trust", "contract")
    .relate("governs", "board", "contract")
    .relate("member", "ccg", "board")
    .relate("member", "trust", "board", { standing })
    .map();

export const example: RuleExample = {
  wrong: board("full"),
  right: board("associate"),
  remedy: "The trust is heard on the board that governs its contract, and does not vote there.",
};
