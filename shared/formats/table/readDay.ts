import { MONTHS } from "../../drawing/dateWords.ts";

const shortestMonth = 3;
const century = 2000;

/**
 * Reads a day as people in England and their spreadsheets write it: "1 April 2015", "01/04/2015", "1-Apr-15", "2015-04-01", and
 * "Apr 2015", which is its first day. Returns an ISO 8601 date; null where it is none, or could be two.
 */
export function readDay(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i, "");
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(plain);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(plain);
  if (figures) return dayOf(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]+)\.?,?[\s-]+(\d{4}|\d{2})$/i.exec(plain);
  if (words) return dayOf(yearOf(words[3]), monthOf(words[2]), Number(words[1]));
  const month = /^([a-z]+)\.?[\s-]+(\d{4}|\d{2})$/i.exec(plain);
  if (month) return dayOf(yearOf(month[2]), monthOf(month[1]), 1);
  return null;
}

/** Whole months from one day to the last one of a term: 1 April 2015 to 31 March 2020 is 60. Null where it is no whole number above 0. */
export function monthsUntil(startDay: string, lastDay: string): number | null {
  const [start, after] = [partsOf(startDay), partsOf(nextDay(lastDay))];
  // People also write the day after the last: from 1 April 2015 to 1 April 2020.
  const end = after.day === start.day ? after : partsOf(lastDay);
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return end.day === start.day && months > 0 ? months : null;
}

function yearOf(text = ""): number {
  return text.length === 2 ? century + Number(text) : Number(text);
}

function monthOf(word = ""): number {
  if (word.length < shortestMonth) return 0;
  const lower = word.toLowerCase() === "sept" ? "sep" : word.toLowerCase();
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(lower)) + 1;
}

function dayOf(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || isoOf(date) !== iso ? null : iso;
}

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return isoOf(date);
}

function isoOf(date: Date): string {
  return date.toISOString().slice(0, "2015-04-01".length);
}

function partsOf(day: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, day: date };
}
