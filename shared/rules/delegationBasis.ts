import type { MapElement, Organisation } from "../model/element.ts";
import { isNhsBodyKind } from "../model/organisationKind.ts";
import type { RelationOf } from "../model/relation.ts";
import type { Regime } from "../model/systemMap.ts";
import { isLocalAuthority, isNhsBody, isOrganisation } from "./terms.ts";

type Delegation = RelationOf<"delegates">;
type LegalBasis = NonNullable<Delegation["legalBasis"]>;

/**
 * Whether a function cannot be delegated on the basis that is stated: there is none, it came with the Act of 2022 and the map is
 * drawn under that of 2012, or it is social care that a council passes to an NHS body by another way than section 75 of the NHS
 * Act 2006. False where no basis is stated.
 */
export function isWrongBasis(
  delegation: Delegation,
  giver: Organisation,
  receiver: MapElement,
  regime: Regime,
): boolean {
  const { legalBasis } = delegation;
  if (legalBasis === undefined || legalBasis === "section-75") return false;
  if (legalBasis === "none") return true;
  if (legalBasis === "section-65z5" && regime === "england-2012") return true;
  return isSocialCareToNhs(delegation, giver, receiver);
}

/**
 * The basis on which such a function is passed between such bodies; undefined where the map does not settle it. NHS Act 2006,
 * sections 75, 13Z and 14Z3 (2012), 65Z5 (2022).
 */
export function fittingBasis(
  delegation: Delegation,
  giver: Organisation,
  receiver: MapElement,
  regime: Regime,
): LegalBasis | undefined {
  if (isSocialCareToNhs(delegation, giver, receiver)) return "section-75";
  const { function: delegated } = delegation;
  const isNhsCommissioning = delegated === "nhs-commissioning" || delegated === "primary-care-commissioning";
  if (!isNhsCommissioning || !isNhsBody(giver)) return undefined;
  if (!isOrganisation(receiver)) return undefined;
  const { kind } = receiver;
  if (kind === "local-authority") return delegated === "nhs-commissioning" ? "section-75" : undefined;
  if (regime === "england-2022") return isNhsBodyKind(kind) ? "section-65z5" : undefined;
  if (kind !== "ccg") return undefined;
  if (giver.kind === "nhs-england") return "section-13z";
  return giver.kind === "ccg" && delegated === "nhs-commissioning" ? "section-14z3" : undefined;
}

function isSocialCareToNhs(delegation: Delegation, giver: Organisation, receiver: MapElement): boolean {
  return (
    (delegation.function?.startsWith("social-care-") ?? false) &&
    isLocalAuthority(giver) &&
    isNhsBody(receiver)
  );
}
