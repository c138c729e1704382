import { duration, longDate } from "../../drawing/dateWords.ts";
import type { Field } from "../../model/field.ts";
import { formatCount, formatMoney, formatPounds } from "../../model/money.ts";
import { fieldWord, wordFor } from "../../model/words.ts";
import { synonymsOf } from "../synonyms.ts";
import type { SearchField } from "./SearchEntry.ts";

type Fields = Readonly<Record<string, Field<unknown>>>;

/** What the fields of an element or relation say; `skipped` are those that are said otherwise. */
export function fieldTexts(
  record: object,
  fields: Fields,
  skipped: ReadonlySet<string>,
): readonly SearchField[] {
  return Object.entries(record).flatMap(([name, value]) => {
    if (skipped.has(name)) return [];
    const said = fieldText(name, value, Object.hasOwn(fields, name) ? fields[name] : undefined);
    return said === undefined ? [] : [said];
  });
}

function fieldText(name: string, value: unknown, field: Field<unknown> | undefined): SearchField | undefined {
  const where = fieldWord(name);
  if (typeof value === "boolean") return value && field !== undefined ? { where, text: where } : undefined;
  if (typeof value === "number") return { where, ...numberText(value, field) };
  if (typeof value === "string") return { where, ...wordText(name, value, field) };
  if (field?.type !== "list-of" || !Array.isArray(value)) return undefined;
  const items = value as readonly string[];
  return {
    where,
    text: items.map((item) => wordFor(item, name)).join(", "),
    also: items.map(synonymsOf).join(" "),
  };
}

function numberText(value: number, field: Field<unknown> | undefined): Omit<SearchField, "where"> {
  switch (field?.type) {
    case "pounds":
      return { text: formatMoney(value), also: `${formatPounds(value)} ${value}` };
    case "months":
      return { text: duration(value), also: `${value} months` };
    case "percent":
      return { text: `${value}%` };
    case "count":
      return { text: formatCount(value), also: String(value) };
    default:
      return { text: String(value) };
  }
}

function wordText(
  name: string,
  value: string,
  field: Field<unknown> | undefined,
): Omit<SearchField, "where"> {
  switch (field?.type) {
    case "one-of":
      return { text: wordFor(value, name), also: synonymsOf(value) };
    case "date":
      return { text: longDate(value), also: value };
    case "id":
      return { text: "" };
    default:
      return { text: value };
  }
}
