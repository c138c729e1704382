import type { Contract, Organisation } from "../model/element.ts";
import type { RelationOf } from "../model/relation.ts";
import type { Fix } from "./finding.ts";
import type { MapView } from "./MapView.ts";
import { nameOf } from "./naming.ts";

/** Proposes that a commissioner buys a contract in place of those who commission it by some lines. If one of these led, it leads. */
export function letBuyInstead(
  commissioner: Organisation,
  contract: Contract,
  replaced: readonly RelationOf<"commissions">[],
  view: MapView,
): Fix {
  return {
    id: `bought-by-${commissioner.id}`,
    label: `Propose that ${nameOf(commissioner)} buys it instead`,
    apply(editor, newId) {
      editor.remove(replaced.map(({ id }) => id));
      if (view.directBuyersOf(contract).includes(commissioner)) return;
      editor.addRelation({
        id: newId(),
        type: "commissions",
        from: commissioner.id,
        to: contract.id,
        proposed: true,
        ...(replaced.some(({ lead }) => lead) ? { lead: true } : {}),
      });
    },
  };
}
