export const FUND_KINDS = ["pooled", "aligned", "capitated", "programme", "transformation"] as const;
export type FundKind = (typeof FUND_KINDS)[number];

export const FUND_LEGAL_BASES = ["section-75", "section-65z6", "section-256", "none"] as const;
