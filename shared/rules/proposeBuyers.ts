import type { Contract, Organisation } from "../model/element.ts";
import { allianceBoardsOf } from "./allianceParties.ts";
import { commissionersFor } from "./commissionersFor.ts";
import type { Fix } from "./finding.ts";
import type { MapView } from "./MapView.ts";
import { nameOf } from "./naming.ts";
import { isOrganisation } from "./terms.ts";

/** Proposes, one by one, that somebody commissions a contract: those whom the map suggests. */
export function proposeBuyers(contract: Contract, view: MapView): readonly Fix[] {
  return likelyBuyers(contract, view).map((buyer) => proposeBuyer(buyer, contract));
}

/** Proposes that an organisation commissions a contract. */
export function proposeBuyer(buyer: Organisation, contract: Contract): Fix {
  return {
    id: `bought-by-${buyer.id}`,
    label: `Propose that ${nameOf(buyer)} commissions it`,
    apply(editor, newId) {
      editor.addRelation({
        id: newId(),
        type: "commissions",
        from: buyer.id,
        to: contract.id,
        proposed: true,
      });
    },
  };
}

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
