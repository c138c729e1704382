import type { MapElement } from "../../shared/model/element.ts";
import { isCommissionerKind } from "../../shared/model/organisationKind.ts";

/** The palette item that is likeliest at the other end of a connection that is drawn from a card to where nothing is yet. */
export function likelyNext(from: MapElement): string {
  switch (from.type) {
    case "organisation":
      return isCommissionerKind(from.kind) ? "organisation/foundation-trust" : "contract/sub-contract";
    case "contract":
      return "organisation/foundation-trust";
    case "fund":
      return "organisation/foundation-trust";
    default:
      return "organisation/local-authority";
  }
}
