import type { Contract, Organisation } from "../../model/element.ts";
import { REGIMES } from "../../model/systemMap.ts";
import { allianceBoardsOf, isCurrentAlliance } from "../allianceParties.ts";
import { commissionersFor } from "../commissionersFor.ts";
import type { MapView } from "../MapView.ts";
import { atStart, nameOf, namesOf } from "../naming.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isCommissioner, isOrganisation } from "../terms.ts";

export const rule: Rule<"contract"> = {
  id: "alliance-without-commissioner",
  title: "An alliance without a commissioner",
  summary: "No commissioner buys an alliance contract.",
  basis: "guidance",
  sources: [SOURCES.kingsFund2014],
  regimes: REGIMES,
  on: "contract",
  why: "In an alliance contract commissioner and providers sign one agreement and share risk and reward. Without a commissioner in it nobody brings the public’s money and nobody answers for the services to the public: it is then an agreement among providers, and better drawn as one.",
  precedent:
    "Salford 2016: two trusts share risk and reward under the contract that one of them holds. No commissioner is part of it, so it is a partnership of providers and not an alliance contract.",

  check(contract, view, report) {
    if (!isCurrentAlliance(contract, view)) return;
    if (view.buyersOf(contract).some(isCommissioner)) return;
    const buyers = view.directBuyersOf(contract);
    const who =
      buyers.length === 0
        ? "nobody on this map commissions it"
        : `it is commissioned by ${namesOf(buyers)}, and no commissioner is part of it`;
    report({
      severity: "warning",
      subjects: [contract],
      message: `${atStart(nameOf(contract))} is an alliance contract, but ${who}.`,
    });
  },

  fixes({ subjects }, view) {
    const contract = view.contract(subjects[0]);
    if (!contract) return [];
    return likelyBuyers(contract, view).map((commissioner) => ({
      id: `bought-by-${commissioner.id}`,
      label: `Propose that ${nameOf(commissioner)} commissions it`,
      apply(editor, newId) {
        editor.addRelation({
          id: newId(),
          type: "commissions",
          from: commissioner.id,
          to: contract.id,
          proposed: true,
        });
      },
    }));
  },
};

/** Those who pay its holders, or sit on the boards around it; without any, the only commissioner on the map. */
function likelyBuyers(contract: Contract, view: MapView): readonly Organisation[] {
  const forums = view.directBuyersOf(contract).filter((buyer) => buyer.type === "forum");
  const related = commissionersFor(
    contract,
    [
      ...[...allianceBoardsOf(contract, view), ...forums].flatMap((forum) => view.fullMembersOf(forum)),
      ...view.holdersOf(contract).flatMap((holder) => view.payersOf(holder).filter(isOrganisation)),
    ],
    view,
  );
  if (related.length > 0) return related;
  const onMap = commissionersFor(contract, view.commissioners(), view);
  return onMap.length === 1 ? onMap : [];
}
