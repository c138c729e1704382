import type { Contract, Forum, Organisation } from "../model/element.ts";
import type { Fix } from "./finding.ts";
import type { MapView } from "./MapView.ts";
import { namesOf } from "./naming.ts";
import { rule as unpooledSocialCare } from "./rules/unpooled-social-care.ts";
import { hasClosedRoute } from "./selectionRegime.ts";
import { isCommissioner, isLocalAuthority } from "./terms.ts";

/**
 * Proposes that the commissioners on a forum, which has no power to buy, buy a contract themselves. Not where that would
 * bring to light what has to be mended first: money that is not pooled, or a route that commissioners may not take.
 */
export function membersBuyInstead(forum: Forum, contract: Contract, view: MapView): readonly Fix[] {
  const members = view.fullMembersOf(forum).filter(isCommissioner);
  if (members.length === 0 || bringsFaultToLight(members, contract, view)) return [];
  return [
    {
      id: "let-members-buy",
      label: `Propose that ${namesOf(members)} ${members.length === 1 ? "buys" : "buy"} it instead`,
      apply(editor, newId) {
        const replaced = view.commissionsOf(contract).filter(({ from }) => from === forum.id);
        editor.remove(replaced.map(({ id }) => id));
        const buyers = new Set<unknown>(view.directBuyersOf(contract));
        for (const { id } of members.filter((member) => !buyers.has(member))) {
          editor.addRelation({
            id: newId(),
            type: "commissions",
            from: id,
            to: contract.id,
            proposed: true,
          });
        }
      },
    },
  ];
}

function bringsFaultToLight(members: readonly Organisation[], contract: Contract, view: MapView): boolean {
  const buyers = new Set<unknown>(view.buyersOf(contract));
  if (hasClosedRoute(contract, view.regime) === true && ![...view.buyersOf(contract)].some(isCommissioner))
    return true;
  if (!members.some((member) => isLocalAuthority(member) && !buyers.has(member))) return false;
  let isUnpooled = false;
  unpooledSocialCare.check(contract, view, ({ severity }) => {
    isUnpooled ||= severity === "error";
  });
  return isUnpooled;
}
