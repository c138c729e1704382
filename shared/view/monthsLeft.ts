/** What of a contract says when it ends. */
export interface Term {
  /** ISO date. */
  readonly start?: string | undefined;
  readonly termMonths?: number | undefined;
}

/**
 * Whole months from a day (ISO date) to the end of a term, rounded down, so below zero once it has ended; undefined where start or
 * term is not stated. A term of n months ends on the same day of the month n months after its start.
 */
export function monthsLeft({ start, termMonths }: Term, onDay: string): number | undefined {
  if (start === undefined || termMonths === undefined) return undefined;
  const [from, begin] = [dayOf(onDay), dayOf(start)];
  if (from === undefined || begin === undefined) return undefined;
  return begin.months + termMonths - from.months - (begin.day < from.day ? 1 : 0);
}

function dayOf(isoDate: string): { readonly months: number; readonly day: number } | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate);
  if (match === null) return undefined;
  return { months: Number(match[1]) * 12 + Number(match[2]) - 1, day: Number(match[3]) };
}
