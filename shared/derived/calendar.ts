const monthsAYear = 12;

/**
 * The last day of a term that begins on `start` (an ISO 8601 date) and runs for some months: five years from 1 April 2015 end on
 * 31 March 2020. Undefined beyond the year 9999.
 */
export function lastDayOf(start: string, months: number): string | undefined {
  const [year = 0, month = 0, day = 0] = start.split("-").map(Number);
  const monthNumber = month - 1 + months;
  const [endYear, endMonth] = [year + Math.floor(monthNumber / monthsAYear), monthNumber % monthsAYear];
  if (endYear > 9999) return undefined;
  // A term that begins on the 31st ends with the month that has none; else the day before it would begin again.
  const lastDay = Math.min(day, daysIn(endYear, endMonth) + 1) - 1;
  const end = new Date(0);
  end.setUTCFullYear(endYear, endMonth, lastDay);
  return end.toISOString().slice(0, "2015-04-01".length);
}

/** How many whole months there are from `today` to `lastDay` (ISO 8601 dates), both days included; none where it lies before. */
export function wholeMonthsLeft(today: string, lastDay: string): number {
  const [year = 0, month = 0] = today.split("-").map(Number);
  const [endYear = 0, endMonth = 0] = lastDay.split("-").map(Number);
  const months = (endYear - year) * monthsAYear + (endMonth - month) + 1;
  const fitting = [months, months - 1].find(
    (each) => each > 0 && (lastDayOf(today, each) ?? lastDay) <= lastDay,
  );
  return fitting ?? 0;
}

function daysIn(year: number, monthNumber: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, monthNumber + 1, 0);
  return date.getUTCDate();
}
