import { PUBLICATIONS } from "../library/publications.ts";

/** The publications and regulations that rules cite, as they are written out in the panel and in exports. */
export const SOURCES = {
  ...PUBLICATIONS,
  providerSelectionRegime2023:
    "Health Care Services (Provider Selection Regime) Regulations 2023 (SI 2023/1348)",
  partnershipRegulations2000:
    "NHS Bodies and Local Authorities Partnership Arrangements Regulations 2000 (SI 2000/617)",
} as const;
