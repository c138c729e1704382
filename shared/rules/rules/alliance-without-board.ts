import type { Contract, Forum } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import {
  allianceBoardsOf,
  isAllianceBoard,
  isCurrentAlliance,
  partiesOf,
  stageOfAlliance,
} from "../allianceParties.ts";
import type { Fix } from "../finding.ts";
import { freeSpot, middleOf } from "../freeSpot.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf, withArticle } from "../naming.ts";
import { proposeChange } from "../proposeChange.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

const mostOfOneSort = 3;

export const rule: Rule<"contract"> = {
  id: "alliance-without-board",
  title: "An alliance without a board",
  summary: "No alliance board governs an alliance contract.",
  basis: "guidance",
  severities: ["error"],
  sources: [SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "contract",
  why: "An alliance has no lead: what a prime contractor would settle alone, its parties must settle together. A leadership board on which all of them sit, on agreed terms, is where they do it, and it is the one line to the commissioner.",
  precedent:
    "Salford 2014: the partnership board of the programme became the alliance board. Lambeth 2014: none had been set up, as far as the sources say, and how the alliance would decide was still open.",

  check(contract, view, report) {
    if (!isCurrentAlliance(contract, view)) return;
    const governors = view.governorsOf(contract);
    if (governors.some(isAllianceBoard)) return;
    const others =
      governors.length === 0
        ? ""
        : governors.length === 1 && governors[0]
          ? ` (${nameOf(governors[0])}, which governs it, is ${withArticle(wordInSentence(governors[0].kind))})`
          : ` (${namesOf(governors)}, which govern it, are boards of other kinds)`;
    const { words, isOpen } = stageOfAlliance(contract);
    report({
      severity: "error",
      subjects: [contract],
      message: `${atStart(nameOf(contract))} ${words}, but no alliance board governs it${others}.${isOpen ? " That is to be settled before it is signed." : ""}`,
      facts: {
        ...(governors.length > 0 && { governedBy: governors.map(({ kind }) => kind) }),
        ...(isOpen && { status: contract.status ?? "proposed" }),
      },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    if (!contract || allianceBoardsOf(contract, view).length > 0) return [];
    return [
      ...view.governorsOf(contract).filter(isPartnershipBoard).slice(0, mostOfOneSort).map(makeAllianceBoard),
      ...boardsOfParties(contract, view).map((board) => letGovern(board, contract)),
      proposeBoard(contract, view),
    ];
  },
};

function isPartnershipBoard({ kind }: Forum): boolean {
  return kind === "partnership-board";
}

function makeAllianceBoard(board: Forum): Fix {
  return {
    id: `alliance-board-${board.id}`,
    label: `Propose to make ${nameOf(board)} its alliance board`,
    apply: (editor) => proposeChange(editor, board.id, { kind: "alliance-board" }),
  };
}

/** The alliance boards on which somebody who holds the contract sits already. */
function boardsOfParties(contract: Contract, view: MapView): readonly Forum[] {
  const forums = view.holdersOf(contract).flatMap((holder) => view.forumsOf(holder));
  return view.inDocumentOrder(forums.filter(isAllianceBoard)).slice(0, mostOfOneSort);
}

function letGovern(board: Forum, contract: Contract): Fix {
  return {
    id: `governed-by-${board.id}`,
    label: `Propose that ${nameOf(board)} governs it`,
    apply(editor, newId) {
      editor.addRelation({
        id: newId(),
        type: "governs",
        from: board.id,
        to: contract.id,
        proposed: true,
      });
    },
  };
}

/** A new board of all parties. It is proposed to decide unanimously, as a typical alliance does. */
function proposeBoard(contract: Contract, view: MapView): Fix {
  const parties = partiesOf(contract, view);
  return {
    id: "propose-alliance-board",
    label: parties.length === 0 ? "Propose an alliance board" : `Propose a board of ${namesOf(parties)}`,
    apply(editor, newId) {
      const board = newId();
      const near = middleOf([contract.position, middleOf(parties.map(({ position }) => position))]);
      editor.addElement({
        id: board,
        type: "forum",
        kind: "alliance-board",
        name: contract.name.trim() === "" ? "Alliance board" : `Alliance board: ${contract.name.trim()}`,
        position: freeSpot(parties.length === 0 ? contract.position : near, view.elements),
        decisionRule: "unanimous",
        proposed: true,
      });
      editor.addRelation({ id: newId(), type: "governs", from: board, to: contract.id, proposed: true });
      for (const { id } of parties) {
        editor.addRelation({ id: newId(), type: "member", from: id, to: board, proposed: true });
      }
    },
  };
}
