import { canBeHeadContract } from "../model/contractTerms.ts";
import type { Contract, MapElement, Organisation } from "../model/element.ts";
import { type LegalForm, legalFormOf } from "../model/legalForm.ts";
import {
  isCommissionerKind,
  isGpLedKind,
  isNhsBodyKind,
  isNhsCommissionerKind,
  isNhsProviderKind,
  isProviderKind,
} from "../model/organisationKind.ts";
import { isHealthService } from "../model/services.ts";

/*
 * The catalogue's words for what one element says of itself. Those that depend on what it is joined to are in MapView.
 */

const companyForms: ReadonlySet<LegalForm | undefined> = new Set<LegalForm>([
  "llp",
  "limited-by-shares",
  "limited-by-guarantee",
  "community-interest-company",
]);

export function isOrganisation(element: MapElement): element is Organisation {
  return element.type === "organisation";
}

export function isCommissioner(element: MapElement): element is Organisation {
  return isOrganisation(element) && isCommissionerKind(element.kind);
}

export function isNhsCommissioner(element: MapElement): element is Organisation {
  return isOrganisation(element) && isNhsCommissionerKind(element.kind);
}

export function isLocalAuthority(element: MapElement): element is Organisation {
  return isOrganisation(element) && element.kind === "local-authority";
}

export function isProvider(element: MapElement): element is Organisation {
  return isOrganisation(element) && isProviderKind(element.kind);
}

export function isNhsProvider(element: MapElement): element is Organisation {
  return isOrganisation(element) && isNhsProviderKind(element.kind);
}

export function isNhsBody(element: MapElement): element is Organisation {
  return isOrganisation(element) && isNhsBodyKind(element.kind);
}

export function isGpLed(element: MapElement): element is Organisation {
  return isOrganisation(element) && isGpLedKind(element.kind);
}

/** NHS body or local authority: those inside the VAT refund scheme. */
export function isNhsBodyOrLocalAuthority(element: MapElement): boolean {
  return isNhsBody(element) || isLocalAuthority(element);
}

/** NHS body, local authority or another public body: those that may pay into a section 75 pool. */
export function isPublicSector(element: MapElement): boolean {
  return isNhsBodyOrLocalAuthority(element) || (isOrganisation(element) && element.kind === "public-body");
}

/** A GP practice or super-partnership: those whose patients have a core contract behind them. */
export function isPractice(element: MapElement): element is Organisation {
  return (
    isOrganisation(element) && (element.kind === "gp-practice" || element.kind === "gp-super-partnership")
  );
}

/** No legal person, so nobody who could sign. */
export function isNonEntity(organisation: Organisation): boolean {
  return legalFormOf(organisation) === "none";
}

/** A company or partnership of limited liability, which is a vehicle once it has a parent. */
export function hasCompanyForm(organisation: Organisation): boolean {
  return companyForms.has(legalFormOf(organisation));
}

/** Whether its kind lets a contract be a head contract; it is one if it is under no other besides. */
export function hasHeadContractKind(contract: Contract): boolean {
  return canBeHeadContract(contract.kind);
}

export function isCapitated(contract: Contract): boolean {
  return (
    contract.payment === "capitation" ||
    contract.kind === "mcp-partially-integrated" ||
    contract.kind === "mcp-fully-integrated" ||
    contract.kind === "integrated-health-organisation"
  );
}

/** Whether the stated services hold a health service; false where none are stated. */
export function coversHealth(contract: Contract): boolean {
  return contract.services?.some(isHealthService) ?? false;
}

export function coversSocialCare(contract: Contract): boolean {
  return contract.services?.includes("social-care") ?? false;
}

export function coversCorePrimaryCare(contract: Contract): boolean {
  return contract.services?.includes("core-primary-care") ?? false;
}
