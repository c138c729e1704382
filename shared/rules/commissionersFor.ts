import type { Contract, Organisation } from "../model/element.ts";
import type { MapView } from "./MapView.ts";
import {
  coversHealth,
  coversSocialCare,
  isCommissioner,
  isLocalAuthority,
  isNhsCommissioner,
} from "./terms.ts";

const mostProposed = 3;

/**
 * Those who could buy a contract that they do not hold, out of some organisations: commissioners that exist under the map's regime and buy
 * such services. Where health and social care are bought together the NHS leads, since a council brings the question of the
 * pool with it. Nobody where the route by which it was let fits no commissioner.
 */
export function commissionersFor(
  contract: Contract,
  candidates: readonly Organisation[],
  view: MapView,
): readonly Organisation[] {
  if (isLetByAnotherRoute(contract, view)) return [];
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

/** Since 2024 the Provider Selection Regime binds commissioners, but nobody else. */
function isLetByAnotherRoute({ procurement }: Contract, view: MapView): boolean {
  return (
    view.regime === "england-2022" &&
    procurement !== undefined &&
    procurement !== "none" &&
    !procurement.startsWith("psr-")
  );
}
