import { duration, longDate } from "../drawing/dateWords.ts";
import { elementFields } from "../model/element.ts";
import type { Field, Json } from "../model/field.ts";
import { formatCount, formatMoney } from "../model/money.ts";
import { relationFields } from "../model/relation.ts";
import { fieldWord, wordFor, wordInSentence } from "../model/words.ts";
import { linePhrase, type Named } from "./lineSentences.ts";
import { nameOf } from "./naming.ts";

const longestText = 60;

/** “Sets the term of “Older people” to 5 years”. */
export function setFieldSentence(
  { id, field, value }: { readonly id: string; readonly field: string; readonly value: Json | undefined },
  named: Named,
): string {
  const element = named.element(id);
  const relation = named.relation(id);
  const whose = element
    ? nameOf(element)
    : `the line (${relation === undefined ? id : linePhrase([relation], named)})`;
  const fields = element ? elementFields(element.type) : relation ? relationFields(relation.type) : {};
  const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (field === "name" && typeof value === "string") return `Renames ${whose} to “${shortened(value)}”`;
  if (field === "position") return `Moves ${whose}`;
  if (field === "proposed") return `Marks ${whose} as ${value === true ? "proposed" : "agreed"}`;
  if (value === undefined) return `Clears ${fieldInSentence(field, known)} of ${whose}`;
  return `Sets ${fieldInSentence(field, known)} of ${whose} to ${valueInSentence(field, known, value, named)}`;
}

/** What is set for the map as a whole. */
export function setMapSentence({
  field,
  value,
}: {
  readonly field: string;
  readonly value: Json | undefined;
}): string {
  if (typeof value === "string") {
    if (field === "asOf") return `Sets the date of the map to ${longDate(value)}`;
    if (field === "regime") return `Switches the map to the rules of ${wordFor(value, "regime")}`;
    if (field === "title") return `Renames the map to “${shortened(value)}”`;
  }
  return "Changes what is set for the map as a whole";
}

/** Fields whose word on screen is no noun. */
const WORDS_AFTER_THE: Readonly<Record<string, string>> = {
  start: "Start",
  consultation: "Carrier of the duty to involve the public",
};

function fieldInSentence(field: string, known: Field<unknown> | undefined): string {
  const word = WORDS_AFTER_THE[field] ?? fieldWord(field);
  if (known?.type === "yes-no") return `“${word}”`;
  const isAbbreviation = word.charAt(1) === word.charAt(1).toUpperCase();
  return `the ${isAbbreviation ? word : word.charAt(0).toLowerCase() + word.slice(1)}`;
}

function valueInSentence(
  field: string,
  known: Field<unknown> | undefined,
  value: Json,
  named: Named,
): string {
  switch (known?.type) {
    case "pounds":
      return formatMoney(Number(value));
    case "months":
      return duration(Number(value));
    case "percent":
      return `${value}%`;
    case "count":
      return formatCount(Number(value));
    case "date":
      return longDate(String(value));
    case "yes-no":
      return value === true ? "yes" : "no";
    case "one-of":
      return wordInSentence(String(value), field);
    case "list-of":
      return Array.isArray(value) && value.length > 0
        ? value.map((each) => wordInSentence(String(each), field)).join(", ")
        : "none";
    case "id": {
      const element = named.element(String(value));
      return element === undefined ? "something that is not on the map" : nameOf(element);
    }
    default:
      return typeof value === "object" ? "another value" : `“${shortened(String(value))}”`;
  }
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, longestText * 2));
  return characters.length <= longestText ? text : `${characters.slice(0, longestText).join("")}…`;
}
