import type { ElementType } from "../../shared/model/element.ts";
import type { Field, Json } from "../../shared/model/field.ts";
import { wordFor } from "../../shared/model/words.ts";
import type { CellContent } from "../../shared/table/cell.ts";
import { isTyped, readText } from "../panels/inspector/fieldText.ts";
import { BETWEEN_NAMES, NONE_STATED } from "./cellText.ts";
import type { NameBook } from "./NameBook.ts";

/** What was written into a cell, read: a value (`undefined` is "not stated"), or what to tell the person. */
export type CellReading =
  | { readonly ok: true; readonly value: Json | undefined }
  | { readonly ok: false; readonly problem: string };

/** Reads a text as the value of a cell: figures as in the inspector, choices by their words, others by their names. */
export function readCell(content: CellContent, text: string, names: NameBook): CellReading {
  const plain = text.trim();
  switch (content.kind) {
    case "none":
      return plain === "" ? stated(undefined) : problem("This does not apply here.");
    case "what":
    case "end":
      return problem("This cannot be changed. Delete the row and add another.");
    case "organisations":
      return plain === "" ? stated([]) : readNames(plain, names);
    case "field":
      return readField(content, text, names);
  }
}

function readField(
  { name, field, required }: Extract<CellContent, { readonly kind: "field" }>,
  text: string,
  names: NameBook,
): CellReading {
  if (isTyped(field)) return readText(field, field.type === "text" ? text.trim() : text, required);
  const plain = text.trim();
  if (plain === "" || isNotStated(plain))
    return required ? problem("This cannot be left out.") : stated(undefined);
  switch (field.type) {
    case "yes-no":
      return readYesNo(plain);
    case "one-of":
      return readChoice(name, field, plain);
    case "list-of":
      return readList(name, field, plain);
    case "id":
      return readName(field.names ?? "organisation", plain, names);
    default:
      return problem("This cannot be changed here.");
  }
}

function readYesNo(text: string): CellReading {
  if (/^(yes|y|true)$/i.test(text)) return stated(true);
  if (/^(no|n|false)$/i.test(text)) return stated(false);
  return problem("Write yes or no, or leave it empty.");
}

function readChoice(name: string, field: Field<unknown>, text: string): CellReading {
  const value = valueCalled(name, field, text);
  return value === undefined
    ? problem(`“${shortened(text)}” is none of the choices for this column.`)
    : stated(value);
}

function readList(name: string, field: Field<unknown>, text: string): CellReading {
  if (text.toLowerCase() === NONE_STATED.toLowerCase()) return stated([]);
  const chosen = new Set<string>();
  for (const part of text.split(/[,;\n]/)) {
    if (part.trim() === "") continue;
    const value = valueCalled(name, field, part.trim());
    if (value === undefined)
      return problem(`“${shortened(part.trim())}” is none of the choices for this column.`);
    chosen.add(value);
  }
  return stated((field.values ?? []).filter((value) => chosen.has(value)));
}

function readNames(text: string, names: NameBook): CellReading {
  const whole = readName("organisation", text, names);
  if (whole.ok) return stated([whole.value as string]);
  const ids: string[] = [];
  for (const part of text.split(new RegExp(`${BETWEEN_NAMES.trim()}|\n`))) {
    if (part.trim() === "") continue;
    const reading = readName("organisation", part.trim(), names);
    if (!reading.ok) return reading;
    if (!ids.includes(reading.value as string)) ids.push(reading.value as string);
  }
  return stated(ids);
}

/** Reads the name of an element of a type. */
export function readName(type: ElementType, text: string, names: NameBook): CellReading {
  const lookup = names.find(type, text);
  if (lookup.found === "one") return stated(lookup.id);
  if (lookup.found === "several")
    return problem(`More than one ${type} is called “${shortened(text)}”. Choose it in the cell.`);
  return problem(`No ${type} is called “${shortened(text)}”. Add it first, or write its name as it stands.`);
}

function valueCalled(name: string, field: Field<unknown>, text: string): string | undefined {
  const wanted = text.toLowerCase();
  return field.values?.find((value) => value === wanted || wordFor(value, name).toLowerCase() === wanted);
}

function isNotStated(text: string): boolean {
  return text.toLowerCase() === "not stated";
}

function stated(value: Json | undefined): CellReading {
  return { ok: true, value };
}

function problem(words: string): CellReading {
  return { ok: false, problem: words };
}

const longestQuote = 60;

function shortened(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}
