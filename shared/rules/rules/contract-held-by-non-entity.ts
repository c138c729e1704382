import type { Contract, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { wordInSentence } from "../../model/words.ts";
import type { Fix } from "../finding.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf, withArticle } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { coversSocialCare, isNonEntity, isProvider } from "../terms.ts";

export const rule: Rule<"organisation"> = {
  id: "contract-held-by-non-entity",
  title: "A holder that is no legal person",
  summary:
    "An organisation without legal personality holds a contract other than a memorandum of understanding.",
  basis: "law",
  severities: ["error"],
  sources: [SOURCES.routeMap2017],
  regimes: REGIMES,
  on: "organisation",
  why: "Only a legal person can sign a contract, be paid under it or be held to it. An alliance, a collaborative or an accountable care system is an agreement between bodies and not a body. Its members can hold the contract together, or one of them can host it for the others.",

  check(holder, view, report) {
    if (!isNonEntity(holder)) return;
    for (const contract of view.contractsHeldBy(holder)) {
      if (contract.kind === "memorandum" || view.isEnded(contract)) continue;
      report({
        severity: "error",
        subjects: [holder, contract],
        message: `${atStart(nameOf(holder))}, ${withArticle(wordInSentence(holder.kind))} without legal personality, is drawn as holding ${nameOf(contract)}. It may be unable to sign or be bound: its members, or a host, would have to hold it.`,
        facts: { kind: holder.kind },
      });
    }
  },

  fixes({ subjects }, view) {
    const holder = view.organisation(subjects[0]);
    const contract = view.contract(subjects[1]);
    if (!holder || !contract) return [];
    const members = view.fullMembersOf(holder).filter((member) => member !== holder);
    const canHold = members.length > 0 && members.every((member) => mayHold(member, view));
    // Whoever pools social care money pays this holder: with new holders that money would no longer reach the contract.
    const isPaidByFund =
      coversSocialCare(contract) && view.payersOf(holder).some(({ type }) => type === "fund");
    if (!canHold || isPaidByFund || wouldLeaveOneHolder(holder, contract, members, view)) return [];
    // What it buys under the contract it may buy only as a holder.
    if (view.contractsUnder(contract).some((part) => view.directBuyersOf(part).includes(holder))) return [];
    return [letMembersHold(holder, contract, members, view)];
  },
};

/** An alliance contract takes two. */
function wouldLeaveOneHolder(
  holder: Organisation,
  contract: Contract,
  members: readonly Organisation[],
  view: MapView,
): boolean {
  const others = view.holdersOf(contract).filter((other) => other !== holder);
  return contract.kind === "alliance" && new Set([...others, ...members]).size < 2;
}

/** A vehicle would need guarantees first; anything but a provider could not deliver. */
function mayHold(member: Organisation, view: MapView): boolean {
  return isProvider(member) && !isNonEntity(member) && !view.isVehicle(member);
}

function letMembersHold(
  holder: Organisation,
  contract: Contract,
  members: readonly Organisation[],
  view: MapView,
): Fix {
  return {
    id: "let-members-hold",
    label:
      members.length === 1
        ? `Propose that ${namesOf(members)} holds it instead`
        : `Propose that its ${members.length} members hold it instead`,
    apply(editor, newId) {
      const replaced = view.holdsOf(contract).filter(({ from }) => from === holder.id);
      editor.remove(replaced.map(({ id }) => id));
      for (const member of members) {
        if (view.isHolder(member, contract)) continue;
        editor.addRelation({ id: newId(), type: "holds", from: member.id, to: contract.id, proposed: true });
      }
    },
  };
}
