import type { Field, Json } from "../model/field.ts";
import { ITEM, ORDER, UNKNOWN, type Value } from "./layout.ts";
import { readUnknown, storeUnknown } from "./unknownFields.ts";

type Fields = Readonly<Record<string, Field<unknown>>>;

/**
 * The keys under which one field is stored. A list is one key per item, holding its place, so that two people who each add an
 * item both win, and one key that says that the list is stated, so that empty differs from absent.
 */
export function flattenField(fields: Fields, name: string, value: Json): [string, Json][] {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) return [storeUnknown(name, value)];
  if (field.type !== "list-of") return [[name, value]];
  const items = value as readonly string[];
  return [[name, true], ...items.map((item, index): [string, Json] => [name + ITEM + item, index])];
}

/** The keys of a whole element, relation or decision besides its id, which is its key in the root. */
export function flattenRecord(
  record: object,
  fields: Fields,
  heads: readonly string[],
  order: number,
): [string, Json][] {
  const entries: [string, Json][] = [];
  for (const [name, value] of Object.entries(record) as [string, Json][]) {
    if (name === "id" || value === undefined) continue;
    if (heads.includes(name)) entries.push([name, value]);
    else entries.push(...flattenField(fields, name, value));
  }
  entries.push([ORDER, order]);
  return entries;
}

/**
 * The plain object that stored keys stand for: heads, then known fields in the order of the format, then unknown ones sorted by
 * name, so that equal documents give equal objects however they came about. Keys that mean nothing are left out.
 */
export function unflattenRecord(
  stored: ReadonlyMap<string, Value>,
  fields: Fields,
  heads: readonly string[],
): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  for (const name of heads) if (stored.has(name)) entries.push([name, stored.get(name)]);
  const itemsOf = listItems(stored);
  for (const [name, field] of Object.entries(fields)) {
    if (field.type !== "list-of") {
      if (stored.has(name)) entries.push([name, stored.get(name)]);
    } else if (stored.has(name) || itemsOf.has(name)) {
      entries.push([name, itemsOf.get(name) ?? []]);
    }
  }
  return Object.fromEntries([...entries, ...readUnknown(stored)]);
}

function listItems(stored: ReadonlyMap<string, Value>): ReadonlyMap<string, string[]> {
  const placed = new Map<string, [string, number][]>();
  for (const [key, place] of stored) {
    const at = key.indexOf(ITEM);
    if (at < 0 || key.startsWith(UNKNOWN)) continue;
    const name = key.slice(0, at);
    const items = placed.get(name) ?? [];
    items.push([key.slice(at + 1), typeof place === "number" ? place : 0]);
    placed.set(name, items);
  }
  return new Map([...placed].map(([name, items]) => [name, items.sort(byPlace).map(([item]) => item)]));
}

function byPlace([itemA, placeA]: [string, number], [itemB, placeB]: [string, number]): number {
  return placeA - placeB || (itemA < itemB ? -1 : 1);
}
