import { duration, longDate } from "../../drawing/dateWords.ts";
import type { Field, Json } from "../../model/field.ts";
import { formatCount, formatPounds, parseMoney } from "../../model/money.ts";
import { wordFor, wordInSentence } from "../../model/words.ts";
import type { Column } from "./columns.ts";
import type { Units } from "./heading.ts";
import { listedValue } from "./listedValue.ts";
import { nearestWords } from "./nearestWords.ts";
import { readDay } from "./readDay.ts";
import { readTerm } from "./readTerm.ts";
import { TABLE_LIMITS } from "./tableLimits.ts";

/** What a cell says. Without value and problem it says nothing ("not stated"). */
export interface ReadCell {
  /** As it was pasted. */
  readonly raw: string;
  readonly value?: Json;
  /** How the value is shown: as it was understood. */
  readonly shown: string;
  /** What is wrong with it and what to write instead; the value, if any, is what could be read all the same. */
  readonly problem?: string;
}

/** What people write where they have nothing to say. */
const NOTHING =
  /^(?:|[-–—?.]+|n\/?a|n\.a\.|none stated|not (?:stated|known|applicable|available)|unknown|tb[cda]|#n\/a|null)$/i;

/** Reads a cell as what its column holds. Never throws. */
export function readCell(column: Column, raw: string, units: Units): ReadCell {
  const plain = raw.trim();
  if (NOTHING.test(plain)) return { raw, shown: "" };
  const read = READERS[column.field.type];
  if (read === undefined) return { raw, shown: plain, problem: "This column cannot be read from a table." };
  return { raw, ...(column.role === undefined ? read(column.field, plain, units) : readName(plain)) };
}

type Reading = Omit<ReadCell, "raw">;
type Reader = (field: Field<unknown>, plain: string, units: Units) => Reading;

const READERS: Partial<Record<Field<unknown>["type"], Reader>> = {
  text: (_, plain) =>
    plain.length > TABLE_LIMITS.textCharacters
      ? tooLong(plain, "A text", TABLE_LIMITS.textCharacters)
      : { value: plain, shown: plain },
  date: (_, plain) => {
    const day = readDay(plain);
    return day === null
      ? unread(plain, "is not a date. Write it like 1 April 2015 or 01/04/2015.")
      : { value: day, shown: longDate(day) };
  },
  pounds: readPounds,
  months: (field, plain, { term }) => {
    const months = readTerm(plain, term);
    if (months === null)
      return unread(plain, "is not a whole number of months. Write it like 36 months or 3 years.");
    return checked(field, plain, months, months === 0 ? "0 months" : duration(months));
  },
  percent: (field, plain) => {
    const figure = figureIn(plain.replace(/\s*(?:%|per ?cent)$/i, ""));
    if (figure === null) return unread(plain, "is not a percentage. Write a number from 0 to 100.");
    return checked(field, plain, figure, `${figure}%`);
  },
  count: (field, plain) => {
    const figure = figureIn(plain) ?? parseMoney(plain.replace(/^£/, "x"));
    if (figure === null) return unread(plain, "is not a number. Write it in figures, like 900,000.");
    return checked(field, plain, figure, formatCount(figure));
  },
  number: (field, plain) => {
    const figure = figureIn(plain);
    if (figure === null) return unread(plain, "is not a number. Write it in figures.");
    return checked(field, plain, figure, String(figure));
  },
  "one-of": (field, plain) => {
    const value = listedValue(field, plain);
    return value === undefined
      ? unread(plain, `is not known here: choose one of ${field.values?.length ?? 0}.`)
      : { value, shown: wordFor(value) };
  },
  "list-of": readList,
};

function readName(plain: string): Reading {
  return plain.length > TABLE_LIMITS.nameCharacters
    ? tooLong(plain, "A name", TABLE_LIMITS.nameCharacters)
    : { value: plain, shown: plain };
}

/** Accountants write a sum below zero in brackets. */
function readPounds(field: Field<unknown>, plain: string, { pounds }: Units): Reading {
  const bracketed = /^\((.+)\)$/.exec(plain)?.[1];
  const text = (bracketed ?? plain)
    .replace(/\s*(?:p\.?\s?a\.?|per (?:annum|year)|a year|\/\s?(?:yr|year))$/i, "")
    .replace(/^(?:gbp|c\.|circa|approx\.?|about|~)\s*/i, "");
  const sum = parseMoney(text);
  if (sum === null) return unread(plain, "is not an amount. Write it like 726m, £1.2bn or 650,000.");
  const isBare = !/[a-z]/i.test(text);
  const inUnit = isBare && pounds > 1 ? parseMoney(`${text.replace(/[£,\s]/g, "")}${SUFFIX[pounds]}`) : sum;
  if (inUnit === null) return unread(plain, "is too large to be counted exactly.");
  const value = bracketed === undefined ? inUnit : -inUnit;
  return checked(field, plain, value, formatPounds(value));
}

const SUFFIX: Readonly<Record<number, string>> = { 1e3: "k", 1e6: "m", 1e9: "bn" };

function readList(field: Field<unknown>, plain: string): Reading {
  const parts = plain
    .split(/[,;|/\n]+|\s(?:and|&)\s/)
    .map((part) => part.trim())
    .filter(Boolean);
  const whole = listedValue(field, plain);
  const found = whole === undefined ? parts.map((part) => listedValue(field, part)) : [whole];
  const values = [...new Set(found.filter((value) => value !== undefined))];
  const unknown = whole === undefined ? parts.filter((_, index) => found[index] === undefined) : [];
  const shown = values.map((value) => wordFor(value)).join(", ");
  if (unknown.length === 0) return { value: values, shown };
  const problem = `${unknown.map(quoted).join(", ")} ${unknown.length === 1 ? "is" : "are"} not known here. Write ${examplesOf(field, unknown)}.`;
  return values.length === 0 ? { shown: plain, problem } : { value: values, shown, problem };
}

function checked(field: Field<unknown>, plain: string, value: number, shown: string): Reading {
  return field.check.safeParse(value).success ? { value, shown } : unread(plain, `is not ${field.expected}.`);
}

function unread(plain: string, why: string): Reading {
  return { shown: plain, problem: `${quoted(plain)} ${why}` };
}

function tooLong(plain: string, what: string, most: number): Reading {
  return {
    shown: `${plain.slice(0, 80)}…`,
    problem: `This has ${formatCount(plain.length)} characters. ${what} may have ${formatCount(most)} at most: shorten it.`,
  };
}

const longestQuoted = 40;

function quoted(text: string): string {
  return `“${text.length > longestQuoted ? `${text.slice(0, longestQuoted)}…` : text}”`;
}

const mostExamples = 3;

/** The words of a list that come nearest to what was written, or its first ones where none is near: "acute, urgent or planned". */
function examplesOf({ values = [] }: Field<unknown>, written: readonly string[]): string {
  const words = values.filter((value) => value !== "other").map((value) => wordInSentence(value));
  const near = nearestWords(words, written);
  const examples = (near.length > 0 ? near : words).slice(0, mostExamples);
  const last = examples.pop() ?? "";
  return examples.length === 0 ? last : `${examples.join(", ")} or ${last}`;
}

function figureIn(plain: string): number | null {
  const cleaned = plain.replace(/[,\s]/g, "").replace(/^[−–]/, "-");
  return /^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(cleaned) ? Number(cleaned) : null;
}
