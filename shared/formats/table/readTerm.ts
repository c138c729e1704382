const monthsAYear = 12;
const YEARS = String.raw`(\d+(?:\.\d+)?)\s*(?:years?|yrs?|y)`;
const MONTHS = String.raw`(\d+(?:\.\d+)?)\s*(?:months?|mths?|mos?|m)?`;
const BOTH = new RegExp(`^${YEARS}(?:\\s*(?:and|&|,)?\\s*${MONTHS})?$`, "i");
const ONLY_MONTHS = new RegExp(`^${MONTHS}$`, "i");

/**
 * Reads a length of time: "36", "36 months", "3 years", "1.5 years", "1 year 6 months". A bare number counts `bareUnit`. Returns
 * whole months; null where it cannot be read or does not come out as whole months.
 */
export function readTerm(text: string, bareUnit: "months" | "years" = "months"): number | null {
  const plain = text.trim();
  const bare = /^\d+(?:\.\d+)?$/.test(plain) && bareUnit === "years";
  const both = BOTH.exec(bare ? `${plain} years` : plain);
  const months = both
    ? Number(both[1]) * monthsAYear + Number(both[2] ?? 0)
    : Number(ONLY_MONTHS.exec(plain)?.[1] ?? Number.NaN);
  return Number.isSafeInteger(months) ? months : null;
}
