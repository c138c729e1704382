import type { Contract, Organisation } from "../model/element.ts";
import type { MapView } from "./MapView.ts";
import { hasClosedRoute } from "./selectionRegime.ts";
import {
  coversHealth,
  coversSocialCare,
  isCommissioner,
  isLocalAuthority,
  isNhsCommissioner,
} from "./terms.ts";

const mostProposed = 3;

/**
 * Those out of some organisations who could buy a contract that they do not hold: commissioners that exist under the map's
 * regime and buy such services. Where health and social care are bought together the NHS leads, since a council brings the
 * question of the pool with it. Nobody where it was let by a route that is closed to commissioners.
 */
export function commissionersFor(
  contract: Contract,
  candidates: readonly Organisation[],
  view: MapView,
): readonly Organisation[] {
  if (hasClosedRoute(contract, view.regime)) return [];
  const isOfTime = ({ kind }: Organisation) => kind !== (view.regime === "england-2012" ? "icb" : "ccg");
  return view
    .inDocumentOrder(candidates)
    .filter(
      (candidate) =>
        isOfTime(candidate) && buysSuch(contract)(candidate) && !view.isHolder(candidate, contract),
    )
    .slice(0, mostProposed);
}

function buysSuch(contract: Contract): (organisation: Organisation) => boolean {
  if (coversHealth(contract)) return coversSocialCare(contract) ? isNhsCommissioner : isCommissioner;
  return coversSocialCare(contract) ? isLocalAuthority : isCommissioner;
}
