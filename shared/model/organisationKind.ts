/** Organisation kinds that buy care. */
export const COMMISSIONER_KINDS = ["ccg", "icb", "nhs-england", "local-authority"] as const;
/** Organisation kinds that provide care, or stand in for those that do. */
export const PROVIDER_KINDS = [
  "nhs-trust",
  "foundation-trust",
  "gp-practice",
  "gp-federation",
  "gp-super-partnership",
  "primary-care-network",
  "voluntary-organisation",
  "independent-provider",
  "care-provider",
  "joint-venture",
  "provider-collaborative",
  "alliance",
  "integrator",
] as const;
export const OTHER_KINDS = ["commissioning-support", "regulator", "public-body", "other"] as const;
export const ORGANISATION_KINDS = [...COMMISSIONER_KINDS, ...PROVIDER_KINDS, ...OTHER_KINDS] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

const COMMISSIONERS: ReadonlySet<OrganisationKind> = new Set(COMMISSIONER_KINDS);
const PROVIDERS: ReadonlySet<OrganisationKind> = new Set(PROVIDER_KINDS);

/** Whether organisations of this kind commission care (clinical commissioning group, integrated care board, NHS England, local authority). */
export function isCommissionerKind(kind: OrganisationKind): boolean {
  return COMMISSIONERS.has(kind);
}

/** Whether organisations of this kind count as providers. */
export function isProviderKind(kind: OrganisationKind): boolean {
  return PROVIDERS.has(kind);
}

/** NHS commissioner: every commissioner but a local authority. */
export function isNhsCommissionerKind(kind: OrganisationKind): boolean {
  return COMMISSIONERS.has(kind) && kind !== "local-authority";
}

/** NHS provider: an NHS trust or an NHS foundation trust. */
export function isNhsProviderKind(kind: OrganisationKind): boolean {
  return kind === "nhs-trust" || kind === "foundation-trust";
}

/** NHS body: an NHS commissioner or an NHS provider. */
export function isNhsBodyKind(kind: OrganisationKind): boolean {
  return isNhsCommissionerKind(kind) || isNhsProviderKind(kind);
}

/** GP-led: a practice, a federation or a super-partnership. */
export function isGpLedKind(kind: OrganisationKind): boolean {
  return kind === "gp-practice" || kind === "gp-federation" || kind === "gp-super-partnership";
}
