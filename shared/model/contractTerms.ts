export const CONTRACT_KINDS = [
  "nhs-standard",
  "prime-contractor",
  "prime-provider",
  "alliance",
  "sub-contract",
  "gms",
  "pms",
  "apms",
  "mcp-virtual",
  "mcp-partially-integrated",
  "mcp-fully-integrated",
  "integrated-health-organisation",
  "section-75-provision",
  "grant",
  "memorandum",
  "framework",
  "other",
] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

export const CONTRACT_STATUSES = ["proposed", "in-procurement", "awarded", "live", "terminated"] as const;

export const PROCUREMENT_ROUTES = [
  "competitive-tender",
  "competitive-dialogue",
  "restricted-tender",
  "most-capable-provider",
  "only-capable-provider",
  "light-touch",
  "direct-award",
  "psr-direct-award-a",
  "psr-direct-award-b",
  "psr-direct-award-c",
  "psr-most-suitable-provider",
  "psr-competitive",
  "none",
] as const;

export const PAYMENTS = [
  "block",
  "activity",
  "capitation",
  "outcome",
  "lump-sum",
  "fee",
  "fee-for-service",
  "cost-reimbursement",
  "mixed",
] as const;
export type Payment = (typeof PAYMENTS)[number];

export const ASSURANCE_STEPS = ["early-engagement", "checkpoint-1", "checkpoint-2", "checkpoint-3"] as const;

export const RISK_SHARES = ["none", "upside", "two-sided"] as const;

export const CONTRACT_FORMS = ["nhs-standard", "bespoke"] as const;

const NEVER_HEAD: ReadonlySet<ContractKind> = new Set([
  "sub-contract",
  "gms",
  "pms",
  "apms",
  "memorandum",
  "framework",
]);

/** Whether a contract of this kind can be a head contract; it is one only if it is let under no other contract. */
export function canBeHeadContract(kind: ContractKind): boolean {
  return !NEVER_HEAD.has(kind);
}

/** Core general practice contracts: GMS, PMS and APMS. */
export function isCorePracticeContract(kind: ContractKind): boolean {
  return kind === "gms" || kind === "pms" || kind === "apms";
}
