const monthsAYear = 12;
const UNIT = /^(\d+(?:\.\d+)?)\s*(months?|mths?|m|years?|yrs?|y)?$/i;

/** Months in words: 60 is "5 years", 18 is "1 year 6 months", 7 is "7 months". */
export function monthsInWords(months: number): string {
  const years = Math.floor(months / monthsAYear);
  const rest = months % monthsAYear;
  const parts = [
    ...(years > 0 ? [`${years} ${years === 1 ? "year" : "years"}`] : []),
    ...(rest > 0 || years === 0 ? [`${rest} ${rest === 1 ? "month" : "months"}`] : []),
  ];
  return parts.join(" ");
}

/**
 * Reads a length of time: "60", "60 months", "5 years", "1 year 6 months" or "1.5 years". Returns whole months, or null where
 * it cannot be read or does not come out as whole months.
 */
export function parseMonths(text: string): number | null {
  const trimmed = text.trim();
  const both = /^(\d+)\s*(?:years?|yrs?|y)\s*(?:and\s*)?(\d+)\s*(?:months?|mths?|m)$/i.exec(trimmed);
  if (both) return Number(both[1]) * monthsAYear + Number(both[2]);
  const one = UNIT.exec(trimmed);
  if (!one) return null;
  const inYears = one[2]?.toLowerCase().startsWith("y") ?? false;
  const months = Number(one[1]) * (inYears ? monthsAYear : 1);
  return Number.isSafeInteger(months) ? months : null;
}
