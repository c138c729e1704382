import type { Contract, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { allianceBoardsOf, isCurrentAlliance, stageOfAlliance } from "../allianceParties.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isNonEntity, isProvider } from "../terms.ts";

const fewestHolders = 2;

export const rule: Rule<"contract"> = {
  id: "alliance-too-small",
  title: "Too few for an alliance",
  summary: "Fewer than two organisations hold an alliance contract.",
  basis: "guidance",
  severities: ["error"],
  sources: [SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "contract",
  why: "An alliance contract is one agreement that several providers sign as equals: they stand or fall together. With a single holder there is nobody to share with, and the contract is a prime contract or an ordinary one.",
  precedent:
    "Lambeth 2014: the alliance was planned with four providers that all sign: two from the voluntary sector, a mental health trust and the council’s own adult social care.",

  check(contract, view, report) {
    if (!isCurrentAlliance(contract, view)) return;
    const holders = view.holdersOf(contract);
    if (holders.length >= fewestHolders) return;
    const { words, isOpen } = stageOfAlliance(contract);
    report({
      severity: "error",
      subjects: [contract, holders],
      message: `${atStart(nameOf(contract))} ${words}, but ${holders.length === 0 ? "nobody on this map holds it" : `only ${namesOf(holders)} holds it`}. An alliance takes at least two providers that sign together${isOpen ? "; who they are is to be settled before it is signed" : ""}.`,
      facts: { holders: holders.length, ...(isOpen && { status: contract.status ?? "proposed" }) },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    if (!contract) return [];
    const more = boardMembersThatCouldHold(contract, view);
    const holders = view.holdersOf(contract).length;
    if (more.length === 0 || holders + more.length < fewestHolders) return [];
    return [
      {
        id: "let-board-members-hold",
        label: `Propose that ${namesOf(more)} ${more.length === 1 ? "holds" : "hold"} it${holders > 0 ? " too" : ""}`,
        apply(editor, newId) {
          for (const { id } of more) {
            editor.addRelation({ id: newId(), type: "holds", from: id, to: contract.id, proposed: true });
          }
        },
      },
    ];
  },
};

/** The providers on its board that could sign. A vehicle would need guarantees first, and general practice asks about its core contracts. */
function boardMembersThatCouldHold(contract: Contract, view: MapView): readonly Organisation[] {
  if (contract.services?.includes("core-primary-care")) return [];
  const members = allianceBoardsOf(contract, view).flatMap((board) => view.fullMembersOf(board));
  return view
    .inDocumentOrder(members)
    .filter(
      (member) =>
        isProvider(member) &&
        !isNonEntity(member) &&
        !view.isVehicle(member) &&
        !view.isHolder(member, contract),
    );
}
