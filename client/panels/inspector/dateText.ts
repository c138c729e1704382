import { MONTHS } from "../../../shared/drawing/dateWords.ts";

const shortestMonth = 3;

/**
 * Reads a date as people in England write it: "1 April 2015", "1 Apr 2015", "1/4/2015", "1.4.2015" or "2015-04-01".
 * Returns an ISO 8601 date, or null where it is none, the year has fewer than four digits or the day does not exist.
 */
export function parseDate(text: string): string | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return isoDate(iso[1], Number(iso[2]), iso[3]);
  const figures = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(trimmed);
  if (figures) return isoDate(figures[3], Number(figures[2]), figures[1]);
  const words = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})$/i.exec(trimmed);
  if (words) return isoDate(words[3], monthNumber(words[2] ?? ""), words[1]);
  return null;
}

function monthNumber(word: string): number {
  if (word.length < shortestMonth) return 0;
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(word.toLowerCase())) + 1;
}

function isoDate(year: string | undefined, month: number, day: string | undefined): string | null {
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, iso.length) !== iso ? null : iso;
}
