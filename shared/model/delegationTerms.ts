export const DELEGATED_FUNCTIONS = [
  "nhs-commissioning",
  "social-care-commissioning",
  "social-care-assessment",
  "social-care-delivery",
  "primary-care-commissioning",
  "public-involvement",
  "other",
] as const;

export const DELEGATION_LEVELS = ["seat", "joint", "delegated", "devolved"] as const;

export const DELEGATION_LEGAL_BASES = [
  "section-75",
  "section-105a",
  "section-65z5",
  "section-13z",
  "section-14z3",
  "section-101",
  "scheme-of-delegation",
  "other",
  "none",
] as const;

export const STANDINGS = ["full", "associate"] as const;
