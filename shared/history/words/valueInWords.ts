import type { Value } from "../../document/layout.ts";
import { duration, longDate } from "../../drawing/dateWords.ts";
import type { Field } from "../../model/field.ts";
import { formatCount } from "../../model/money.ts";
import { wordInSentence } from "../../model/words.ts";
import { comparedMoney } from "../../rules/naming.ts";
import type { LinePart } from "../HistoryAnswer.ts";
import { type Names, shortName } from "./Names.ts";

/** A text that is longer says more than a line can hold. */
const longestText = 60;

/** Whether the value of a text field is too long to be said. */
export function isLongText(field: Field<unknown>, value: Value): boolean {
  return field.type === "text" && typeof value === "string" && value.length > longestText;
}

/** Two values of a field so that the reader sees the difference. Whatever is stored: what does not fit the field is shown as it is. */
export function comparedInWords(
  key: string,
  field: Field<unknown>,
  before: Value,
  after: Value,
  names: Names,
): readonly [LinePart, LinePart] {
  if (field.type === "pounds" && typeof after === "number")
    return typeof before === "number"
      ? comparedMoney(before, after)
      : [inWords(key, field, before, names), comparedMoney(after, 0)[0]];
  return [inWords(key, field, before, names), inWords(key, field, after, names)];
}

function inWords(key: string, field: Field<unknown>, value: Value, names: Names): LinePart {
  if (value === undefined) return "nothing";
  if (typeof value === "number") return numberInWords(field, value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "string") return shortName(JSON.stringify(value), longestText);
  if (field.type === "id") return names.has(value) ? names.link(value) : "something that is not there";
  if (field.type === "one-of") return wordInSentence(shortName(value, longestText), key);
  if (field.type === "date") return longDate(shortName(value, longestText));
  return `“${shortName(value, longestText)}”`;
}

function numberInWords(field: Field<unknown>, value: number): string {
  switch (field.type) {
    case "months":
      return duration(value);
    case "percent":
      return `${value}%`;
    case "count":
      return formatCount(value);
    default:
      return String(value);
  }
}
