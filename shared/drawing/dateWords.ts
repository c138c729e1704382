/** The names of the months, January first. */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "2015-04-01" → "1 April 2015"; what is no date is given back as it is. */
export function longDate(isoDate: string): string {
  const parts = partsOf(isoDate);
  return parts === undefined ? isoDate : `${parts.day} ${parts.month} ${parts.year}`;
}

/** "2015-04-01" → "Apr 2015". */
export function shortMonth(isoDate: string): string {
  const parts = partsOf(isoDate);
  return parts === undefined ? isoDate : `${parts.month.slice(0, 3)} ${parts.year}`;
}

/** 60 → "5 years", 18 → "18 months", 12 → "1 year". */
export function duration(months: number): string {
  if (months % 12 === 0) return months === 12 ? "1 year" : `${months / 12} years`;
  return months === 1 ? "1 month" : `${months} months`;
}

function partsOf(isoDate: string): { day: number; month: string; year: string } | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate);
  const month = MONTHS[Number(match?.[2]) - 1];
  if (match?.[1] === undefined || month === undefined) return undefined;
  return { day: Number(match[3]), month, year: match[1] };
}
