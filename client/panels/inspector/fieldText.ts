import { longDate } from "../../../shared/drawing/dateWords.ts";
import type { Field } from "../../../shared/model/field.ts";
import { formatCount, formatMoney, formatPounds, parseMoney } from "../../../shared/model/money.ts";
import { parseDate } from "./dateText.ts";
import { monthsInWords, parseMonths } from "./monthsText.ts";
import { tooLong } from "./tooLong.ts";

/** The kinds of field that are edited by typing. */
export type TypedField = "text" | "date" | "pounds" | "months" | "percent" | "count" | "number";

const TYPED: ReadonlySet<string> = new Set<TypedField>([
  "text",
  "date",
  "pounds",
  "months",
  "percent",
  "count",
  "number",
]);

/** Whether a field is edited by typing (and not by choosing). */
export function isTyped(field: Field<unknown>): boolean {
  return TYPED.has(field.type);
}

/** What was typed, read: a value, `undefined` for "not stated", or what to tell the person. */
export type Reading =
  | { readonly ok: true; readonly value: string | number | undefined }
  | { readonly ok: false; readonly problem: string };

interface TextForm {
  show(value: unknown): string;
  /** Null where the text cannot be read. */
  read(text: string): string | number | null;
  readonly problem: string;
}

const FORMS: Readonly<Record<TypedField, TextForm>> = {
  text: { show: String, read: (text) => text, problem: "" },
  date: {
    show: (value) => longDate(String(value)),
    read: parseDate,
    problem: "This is not a date. Write it like 1 April 2015 or 1/4/2015.",
  },
  pounds: {
    show: (value) => shortMoney(Number(value)),
    read: parseMoney,
    problem: "This is not an amount. Write it like 726m, £1.2bn or 650,000.",
  },
  months: {
    show: String,
    read: parseMonths,
    problem: "This is not a length of time. Write a number of months, or say 5 years.",
  },
  percent: {
    show: (value) => `${value}%`,
    read: (text) => plainNumber(text.replace(/\s*%$/, "")),
    problem: "This is not a percentage. Write a number from 0 to 100.",
  },
  count: {
    show: (value) => formatCount(Number(value)),
    read: plainNumber,
    problem: "This is not a number. Write it in figures, like 900,000.",
  },
  number: { show: String, read: plainNumber, problem: "This is not a number. Write it in figures." },
};

/** What an edit box shows for a stored value; reading it back gives the same value. Absent is empty. */
export function textOf(field: Field<unknown>, value: unknown): string {
  return value === undefined ? "" : FORMS[field.type as TypedField].show(value);
}

/**
 * Reads what was typed. An empty box means "not stated", except in a field that must be there (then the empty text).
 * @param mostCharacters of a text.
 */
export function readText(
  field: Field<unknown>,
  text: string,
  required = false,
  mostCharacters = Number.POSITIVE_INFINITY,
): Reading {
  if (field.type === "text" && text.length > mostCharacters)
    return { ok: false, problem: tooLong(text.length, mostCharacters) };
  if (field.type === "text") return { ok: true, value: text === "" && !required ? undefined : text };
  if (text.trim() === "")
    return required ? { ok: false, problem: "This cannot be left out." } : { ok: true, value: undefined };
  const form = FORMS[field.type as TypedField];
  const value = form.read(text.trim());
  if (value === null) return { ok: false, problem: form.problem };
  if (!field.check.safeParse(value).success)
    return { ok: false, problem: `${text.trim()} is not ${field.expected}.` };
  return { ok: true, value };
}

/** What stands under the box to confirm how a value was understood: the full figure, the term in years, the date in full. */
export function confirmation(field: Field<unknown>, value: unknown): string | undefined {
  if (field.type === "date" && typeof value === "string") return longDate(value);
  if (typeof value !== "number") return undefined;
  if (field.type === "pounds") return formatPounds(value);
  if (field.type === "months") return monthsInWords(value);
  return undefined;
}

function shortMoney(pounds: number): string {
  const short = formatMoney(pounds);
  return parseMoney(short) === pounds ? short : formatPounds(pounds);
}

function plainNumber(text: string): number | null {
  const cleaned = text.replaceAll(/[,\s]/g, "").replace(/^[−–]/, "-");
  if (!/^-?(\d+(\.\d+)?|\.\d+)$/.test(cleaned)) return null;
  return Number(cleaned);
}
