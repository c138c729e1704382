import type { OrganisationKind } from "./organisationKind.ts";

export const LEGAL_FORMS = [
  "statutory-body",
  "nhs-trust",
  "foundation-trust",
  "llp",
  "limited-by-shares",
  "limited-by-guarantee",
  "community-interest-company",
  "charity",
  "partnership",
  "sole-trader",
  "none",
] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

const SETTLED_BY_KIND: Partial<Record<OrganisationKind, LegalForm>> = {
  ccg: "statutory-body",
  icb: "statutory-body",
  "nhs-england": "statutory-body",
  "local-authority": "statutory-body",
  "nhs-trust": "nhs-trust",
  "foundation-trust": "foundation-trust",
  alliance: "none",
  "provider-collaborative": "none",
  "primary-care-network": "none",
};

/** The legal form: what is stated, else what the kind settles, else undefined (not stated). */
export function legalFormOf(organisation: {
  kind: OrganisationKind;
  legalForm?: LegalForm;
}): LegalForm | undefined {
  return organisation.legalForm ?? SETTLED_BY_KIND[organisation.kind];
}
