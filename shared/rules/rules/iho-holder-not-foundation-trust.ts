import type { Contract, Organisation } from "../../model/element.ts";
import { wordInSentence } from "../../model/words.ts";
import type { Fix } from "../finding.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf, withArticle } from "../naming.ts";
import { proposeChange } from "../proposeChange.ts";
import type { Rule } from "../rule.ts";
import { isNonEntity } from "../terms.ts";

const mostCandidates = 3;

export const rule: Rule<"contract"> = {
  id: "iho-holder-not-foundation-trust",
  title: "An integrated health organisation without a foundation trust",
  summary:
    "The lead holder of a contract for an integrated health organisation, or its only holder, is no foundation trust.",
  basis: "guidance",
  severities: ["warning"],
  sources: [
    "NHS England, Advanced Foundation Trust Programme: guide for applicants, Annex 2: advanced foundation trust status and applicants seeking integrated health organisation contracts (published for consultation in November 2025)",
  ],
  regimes: ["england-2022"],
  on: "contract",
  why: "The holder takes on the health budget of a whole population and answers for its outcomes. NHS England’s guidance opens these contracts to advanced foundation trusts that are assessed for them; others can take part as sub-contractors.",

  check(contract, view, report) {
    if (contract.kind !== "integrated-health-organisation" || view.isEnded(contract)) return;
    const holders = leadOrOnlyHolders(contract, view).filter(({ kind }) => kind !== "foundation-trust");
    const [holder] = holders;
    if (!holder) return;
    const role = view.holdersOf(contract).length === 1 ? "holds" : "leads";
    const who =
      holders.length === 1
        ? `${atStart(nameOf(holder))}, ${withArticle(wordInSentence(holder.kind))}, ${role} ${nameOf(contract)}`
        : `${atStart(namesOf(holders))}, no foundation trusts, lead ${nameOf(contract)}`;
    report({
      severity: "warning",
      subjects: [contract, holders],
      message: `${who}, a contract for an integrated health organisation. NHS England’s guidance opens such contracts to foundation trusts only.`,
      facts: { kinds: holders.map(({ kind }) => kind) },
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    if (!contract) return [];
    return trustsThatMayLead(contract, view)
      .slice(0, mostCandidates)
      .map((trust) => letLead(trust, contract, view));
  },
};

/** Those who lead; where nobody does, the only holder. Who leads several holders is for the room to say first. */
function leadOrOnlyHolders(contract: Contract, view: MapView): readonly Organisation[] {
  const holders = view.holdersOf(contract);
  const leads = new Set(view.holdsOf(contract).flatMap(({ lead, from }) => (lead ? [from] : [])));
  if (leads.size === 0) return holders.length === 1 ? holders : [];
  return holders.filter(({ id }) => leads.has(id));
}

/** Foundation trusts that hold it already, stand behind a holder, or hold a contract under it. */
function trustsThatMayLead(contract: Contract, view: MapView): readonly Organisation[] {
  const holders = view.holdersOf(contract);
  const around = [
    ...holders,
    ...holders.flatMap((holder) => [...view.parentsOf(holder), ...view.membersOf(holder)]),
    ...view.contractsUnder(contract).flatMap((under) => view.holdersOf(under)),
  ];
  return view
    .inDocumentOrder(around)
    .filter((trust) => trust.kind === "foundation-trust" && !isNonEntity(trust) && !view.isVehicle(trust));
}

function letLead(trust: Organisation, contract: Contract, view: MapView): Fix {
  return {
    id: `led-by-${trust.id}`,
    label: `Propose that ${nameOf(trust)} leads it`,
    apply(editor, newId) {
      const holds = view.holdsOf(contract);
      for (const { id, from, lead } of holds) {
        if (from === trust.id) proposeChange(editor, id, { lead: true });
        else if (lead) editor.setField(id, "lead", undefined);
      }
      if (view.isHolder(trust, contract)) return;
      const line = { type: "holds", from: trust.id, to: contract.id } as const;
      editor.addRelation({ id: newId(), ...line, lead: true, proposed: true });
    },
  };
}
