import type { Contract, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import type { Fix } from "../finding.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { hasClosedRoute } from "../selectionRegime.ts";
import { SOURCES } from "../sources.ts";
import {
  coversHealth,
  coversSocialCare,
  isCommissioner,
  isLocalAuthority,
  isNhsCommissioner,
} from "../terms.ts";

export const rule: Rule<"organisation"> = {
  id: "commissioner-acts-as-provider",
  title: "A commissioner acts as a provider",
  summary: "A commissioner holds a contract, and so would deliver what commissioners are there to buy.",
  basis: "law",
  severities: ["error", "info"],
  sources: [
    "National Health Service Act 2006, sections 3 and 3A (derived: NHS commissioners arrange for services to be provided)",
    SOURCES.kingsFund2014,
  ],
  regimes: REGIMES,
  on: "organisation",
  why: "NHS commissioners exist to arrange care that others provide. One that delivers care itself would choose, pay and judge itself. Councils may both buy and run social care: what matters there is that the two roles, and the conflict between them, are named.",
  precedent:
    "Lambeth 2014: the council was to buy mental health rehabilitation together with the clinical commissioning group, and its own adult social care was to be one of the four providers.",

  check(commissioner, view, report) {
    if (!isCommissioner(commissioner)) return;
    for (const contract of view.contractsHeldBy(commissioner)) {
      if (contract.kind === "memorandum" || view.isEnded(contract)) continue;
      report({
        severity: isNhsCommissioner(commissioner) ? "error" : "info",
        subjects: [commissioner, contract],
        message: message(commissioner, contract),
        facts: { kind: commissioner.kind },
      });
    }
  },

  fixes({ subjects }, view) {
    const commissioner = view.organisation(subjects[0]);
    const contract = view.contract(subjects[1]);
    if (!commissioner || !contract || !isNhsCommissioner(commissioner)) return [];
    return leavesContractSound(commissioner, contract, view)
      ? [buyInsteadOfHold(commissioner, contract, view)]
      : [];
  },
};

function message(commissioner: Organisation, contract: Contract): string {
  const who = atStart(nameOf(commissioner));
  return isNhsCommissioner(commissioner)
    ? `${who}, an NHS commissioner, is drawn as holding ${nameOf(contract)}. The NHS Act 2006 has it arrange care that others provide, so delivering care itself may breach the Act.`
    : `${who}, a council that also commissions care, holds ${nameOf(contract)}. It may do so, but it then stands on both sides: name the conflict of interest, and who speaks for each side.`;
}

function buyInsteadOfHold(commissioner: Organisation, contract: Contract, view: MapView): Fix {
  const buysAlready = view.directBuyersOf(contract).includes(commissioner);
  const name = nameOf(commissioner);
  return {
    id: "buy-instead-of-hold",
    label: buysAlready ? `Remove ${name} from those who hold it` : `Propose that ${name} buys it instead`,
    apply(editor, newId) {
      const holds = view.holdsOf(contract).filter(({ from }) => from === commissioner.id);
      editor.remove(holds.map(({ id }) => id));
      if (buysAlready) return;
      const commissions = { type: "commissions", from: commissioner.id, to: contract.id } as const;
      editor.addRelation({ id: newId(), ...commissions, proposed: true });
    },
  };
}

/** Whether the contract stays as sound as it was with one holder less and this commissioner as its buyer. */
function leavesContractSound(commissioner: Organisation, contract: Contract, view: MapView): boolean {
  // An alliance is between two at least.
  if (contract.kind === "alliance" && view.holdersOf(contract).length === 2) return false;
  const buyers = view.buyersOf(contract);
  if (coversSocialCare(contract) && coversHealth(contract)) {
    const isPaidByFund = view.payersOf(commissioner).some(({ type }) => type === "fund");
    const isCouncilsAffair = buyers.length > 0 && buyers.every(isLocalAuthority);
    if (isPaidByFund || isCouncilsAffair) return false;
  }
  return buyers.some(isCommissioner) || hasClosedRoute(contract, view.regime) !== true;
}
