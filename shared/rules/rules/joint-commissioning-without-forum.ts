import type { Contract, Forum, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { isAllianceBoard } from "../allianceParties.ts";
import type { Fix } from "../finding.ts";
import { freeSpot, middleOf } from "../freeSpot.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isCommissioner } from "../terms.ts";

const MOST_CANDIDATES = 3;

export const rule: Rule<"contract"> = {
  id: "joint-commissioning-without-forum",
  title: "Buying together with no place to decide",
  summary:
    "Two or more commissioners buy a head contract, none of them leads, and they share no joint committee and no committees in common.",
  basis: "guidance",
  severities: ["warning"],
  sources: [SOURCES.routeMap2017, SOURCES.kingsFund2016],
  regimes: REGIMES,
  on: "contract",
  why: "When commissioners that buy one contract disagree about money, scope or a breach, somebody has to be able to decide: a lead that acts for all, or a committee in which all sit. Without one the provider gets as many answers as there are buyers.",
  precedent:
    "Salford 2016: the clinical commissioning group and the city council set up a joint committee, which holds the provider to account.",

  check(contract, view, report) {
    if (!view.isHeadContract(contract)) return;
    const commissioners = jointCommissioners(contract, view);
    if (commissioners.length < 2 || view.isEnded(contract)) return;
    if (hasLead(commissioners, contract, view) || shareCommittee(commissioners, view)) return;
    const areTwo = commissioners.length === 2;
    const board = allianceBoardOfAll(commissioners, contract, view);
    const seats = board
      ? ` ${areTwo ? "Both" : "They all"} sit on ${nameOf(board)}, which governs it, but an alliance board is for every party to the alliance and is no place where commissioners decide as commissioners.`
      : "";
    report({
      severity: "warning",
      subjects: [contract, commissioners],
      message: `${atStart(namesOf(commissioners))} buy ${nameOf(contract)} together, but ${areTwo ? "neither" : "none"} of them leads, and no joint committee or committees in common of ${areTwo ? "both" : "all of them"} is on the map.${seats}`,
      ...(board && { facts: { allOnBoard: board.kind } }),
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    const commissioners = contract ? jointCommissioners(contract, view) : [];
    if (!contract || commissioners.length === 0) return [];
    return [
      proposeCommittee(contract, commissioners, view),
      ...commissioners.slice(0, MOST_CANDIDATES).map((commissioner) => letLead(commissioner, contract, view)),
    ];
  },
};

function jointCommissioners(contract: Contract, view: MapView): readonly Organisation[] {
  return view.directBuyersOf(contract).filter(isCommissioner);
}

function hasLead(commissioners: readonly Organisation[], contract: Contract, view: MapView): boolean {
  const leads = view.commissionsOf(contract).filter(({ lead }) => lead);
  return leads.some(({ from }) => commissioners.some(({ id }) => id === from));
}

function shareCommittee([first, ...others]: readonly Organisation[], view: MapView): boolean {
  if (!first) return false;
  const committees = view
    .forumsOf(first)
    .filter(({ kind }) => kind === "joint-committee" || kind === "committees-in-common");
  return committees.some((committee) => {
    const members = new Set(view.fullMembersOf(committee));
    return others.every((other) => members.has(other));
  });
}

/** Where they meet already, though beside the providers. */
function allianceBoardOfAll(
  commissioners: readonly Organisation[],
  contract: Contract,
  view: MapView,
): Forum | undefined {
  return view.governorsOf(contract).find((forum) => {
    if (!isAllianceBoard(forum)) return false;
    const members = new Set(view.fullMembersOf(forum));
    return commissioners.every((commissioner) => members.has(commissioner));
  });
}

function letLead(commissioner: Organisation, contract: Contract, view: MapView): Fix {
  return {
    id: `lead-${commissioner.id}`,
    label: `State ${nameOf(commissioner)} as the lead commissioner`,
    apply(editor) {
      const own = view.commissionsOf(contract).find(({ from }) => from === commissioner.id);
      if (own) editor.setField(own.id, "lead", true);
    },
  };
}

function proposeCommittee(contract: Contract, commissioners: readonly Organisation[], view: MapView): Fix {
  return {
    id: "propose-joint-committee",
    label: `Propose a joint committee of ${namesOf(commissioners)}`,
    apply(editor, newId) {
      const committee = newId();
      const parties = [...commissioners, contract].map(({ position }) => position);
      editor.addElement({
        id: committee,
        type: "forum",
        kind: "joint-committee",
        name: "Joint committee",
        position: freeSpot(middleOf(parties), view.elements),
        proposed: true,
      });
      for (const { id } of commissioners) {
        editor.addRelation({ id: newId(), type: "member", from: id, to: committee, proposed: true });
      }
      editor.addRelation({ id: newId(), type: "governs", from: committee, to: contract.id, proposed: true });
    },
  };
}
