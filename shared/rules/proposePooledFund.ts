import type { Contract, Organisation } from "../model/element.ts";
import type { Fix } from "./finding.ts";
import { freeSpot, middleOf } from "./freeSpot.ts";
import type { MapView } from "./MapView.ts";
import { namesOf } from "./naming.ts";
import { isLocalAuthority, isNhsCommissioner } from "./terms.ts";

/**
 * Proposes a pooled fund under section 75 behind a contract: paid by the local authorities and NHS commissioners that buy it, and
 * paying its holder. Where none of one side buys it, those on the map are taken if they leave no doubt; else there is
 * nothing to propose.
 */
export function proposePooledFund(contract: Contract, view: MapView): Fix | undefined {
  const holders = leadOrAllHolders(contract, view);
  const buyers = view.buyersOf(contract);
  const councils = withoutDoubt(
    [buyers.filter(isLocalAuthority)],
    view.commissioners().filter(isLocalAuthority),
  );
  const commissioners = withoutDoubt(
    [
      buyers.filter(isNhsCommissioner),
      view.inDocumentOrder(holders.flatMap((holder) => view.payersOf(holder))).filter(isNhsCommissioner),
    ],
    view.commissioners().filter(isNhsCommissioner),
  );
  if (holders.length === 0 || councils.length === 0 || commissioners.length === 0) return undefined;
  const payers = view.inDocumentOrder([...councils, ...commissioners]);
  return {
    id: "propose-pooled-fund",
    label: `Propose a pool of ${namesOf(payers)}`,
    apply(editor, newId) {
      const fund = newId();
      editor.addElement({
        id: fund,
        type: "fund",
        kind: "pooled",
        name: nameOfPool(contract),
        position: placeFor([...payers, ...holders], contract, view),
        legalBasis: "section-75",
        proposed: true,
      });
      for (const { id } of payers) {
        editor.addRelation({ id: newId(), type: "pays", from: id, to: fund, proposed: true });
      }
      for (const { id } of holders) {
        editor.addRelation({
          id: newId(),
          type: "pays",
          from: fund,
          to: id,
          contract: contract.id,
          proposed: true,
        });
      }
    },
  };
}

function withoutDoubt(
  preferred: readonly (readonly Organisation[])[],
  onMap: readonly Organisation[],
): readonly Organisation[] {
  return preferred.find((some) => some.length > 0) ?? (onMap.length === 1 ? onMap : []);
}

function leadOrAllHolders(contract: Contract, view: MapView): readonly Organisation[] {
  const leads = new Set(view.holdsOf(contract).flatMap(({ lead, from }) => (lead ? [from] : [])));
  const holders = view.holdersOf(contract);
  return leads.size === 0 ? holders : holders.filter(({ id }) => leads.has(id));
}

function nameOfPool(contract: Contract): string {
  const name = contract.name.trim();
  return name === "" ? "Pooled budget" : `Pooled budget: ${name}`;
}

/** Between those who pay and those who are paid, moved away from the contract, which mostly stands there already. */
function placeFor(parties: readonly Organisation[], contract: Contract, view: MapView) {
  const middle = middleOf(parties.map(({ position }) => position));
  return freeSpot(middleOf([middle, contract.position]), view.elements);
}
