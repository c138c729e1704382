/** The publications that the real systems are drawn from and that rules cite, as they are written out beside them. */
export const PUBLICATIONS = {
  kingsFund2014: "The King’s Fund, Commissioning and contracting for integrated care (2014)",
  kingsFund2016:
    "The King’s Fund, New care models: emerging innovations in governance and organisational form (2016)",
  routeMap2017: "South West AHSN, Organisational design route map for STPs (2017)",
  slides2017: "Conference slides on accountable care (2017)",
  dacBeachcroft2016: "DAC Beachcroft, The route to integrated healthcare (2016)",
} as const;
