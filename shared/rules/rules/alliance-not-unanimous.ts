import type { Forum } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { allianceBoardsOf, isCurrentAlliance } from "../allianceParties.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import { proposeChange } from "../proposeChange.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

const waysToDecide = { majority: "by majority", weighted: "by weighted votes" } as const;
type OutvotingRule = keyof typeof waysToDecide;
type OutvotingBoard = Forum & { readonly decisionRule: OutvotingRule };

/** One finding per contract, with all of its alliance boards on which somebody can be outvoted. */
export const rule: Rule<"contract"> = {
  id: "alliance-not-unanimous",
  title: "A party to the alliance can be outvoted",
  summary: "The alliance board of an alliance contract decides by majority or by weighted votes.",
  basis: "guidance",
  severities: ["warning"],
  sources: [SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "contract",
  why: "The parties to an alliance answer for one another’s work and share its losses. A party that can be outvoted may have to pay for what it voted against; a typical alliance decides unanimously.",

  check(contract, view, report) {
    if (!isCurrentAlliance(contract, view)) return;
    const boards = allianceBoardsOf(contract, view).filter(canOutvote);
    if (boards.length === 0) return;
    const ways = boards.map((board) => `${nameOf(board)} decides ${waysToDecide[board.decisionRule]}`);
    report({
      severity: "warning",
      subjects: [contract, boards],
      message: `${atStart(nameOf(contract))} is an alliance contract, but ${ways.join(", and ")}: a party to it can be outvoted.`,
      facts: { decisionRules: boards.map(({ decisionRule }) => decisionRule) },
    });
  },

  fixes({ subjects }, view) {
    const boards = subjects.slice(1).flatMap((id) => view.forum(id) ?? []);
    return [
      {
        id: "decide-unanimously",
        label: `Propose that ${namesOf(boards)} ${boards.length === 1 ? "decides" : "decide"} unanimously`,
        apply(editor) {
          for (const { id } of boards) proposeChange(editor, id, { decisionRule: "unanimous" });
        },
      },
    ];
  },
};

function canOutvote(board: Forum): board is OutvotingBoard {
  return board.decisionRule !== undefined && Object.hasOwn(waysToDecide, board.decisionRule);
}
