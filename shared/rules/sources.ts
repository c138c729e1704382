/** The publications that rules cite, as they are written out in the panel and in exports. */
export const SOURCES = {
  kingsFund2014: "The King’s Fund, Commissioning and contracting for integrated care (2014)",
  kingsFund2016:
    "The King’s Fund, New care models: emerging innovations in governance and organisational form (2016)",
  routeMap2017: "South West AHSN, Organisational design route map for STPs (2017)",
  dacBeachcroft2016: "DAC Beachcroft, The route to integrated healthcare (2016)",
  providerSelectionRegime2023:
    "Health Care Services (Provider Selection Regime) Regulations 2023 (SI 2023/1348)",
  partnershipRegulations2000:
    "NHS Bodies and Local Authorities Partnership Arrangements Regulations 2000 (SI 2000/617)",
} as const;
