import {
  ELEMENT_FIELDS,
  type ElementType,
  elementFields,
  type MapElement,
  TYPES_WITH_REQUIRED_KIND,
} from "./element.ts";
import type { Field } from "./field.ts";
import { deepFreeze } from "./frozen.ts";
import { MapFileError, quoteValue } from "./MapFileError.ts";
import { RELATION_FIELDS, type Relation, type RelationType, relationFields } from "./relation.ts";

type Raw = Readonly<Record<string, unknown>>;

interface Place {
  /** Where it stands, such as `elements[3]`. */
  readonly path: string;
  /** What it is called before its id is known, such as "Element number 4". */
  readonly ordinal: string;
}

/**
 * Checks one element and freezes it. Fields that the format does not know are kept as they are.
 * @throws MapFileError naming the element, the field and the value.
 */
export function readElement(raw: unknown, place: Place): MapElement {
  const { record, named } = readHead(raw, place, "Element", ELEMENT_FIELDS);
  const type = record.type as ElementType;
  const required = TYPES_WITH_REQUIRED_KIND.has(type) ? ["name", "position", "kind"] : ["name", "position"];
  return readFields(record, elementFields(type), required, named, place.path) as unknown as MapElement;
}

/**
 * Checks one relation and freezes it. Whether its ends exist is for the caller to check.
 * @throws MapFileError naming the relation, the field and the value.
 */
export function readRelation(raw: unknown, place: Place): Relation {
  const { record, named } = readHead(raw, place, "Relation", RELATION_FIELDS);
  for (const end of ["from", "to"]) {
    requireField(record, end, named, place.path);
    if (typeof record[end] !== "string" || record[end] === "") {
      throw misfit(named, end, record[end], "the id of an element", place.path);
    }
  }
  return readFields(
    record,
    relationFields(record.type as RelationType),
    [],
    named,
    place.path,
  ) as unknown as Relation;
}

/** Whether a JSON value is an object with named fields. */
export function isRecord(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The error for a value that does not fit its field. */
export function misfit(
  named: string,
  field: string,
  value: unknown,
  expected: string,
  path: string,
): MapFileError {
  return new MapFileError(`${named}, field "${field}": ${quoteValue(value)} is not ${expected}.`, {
    path: `${path}.${field}`,
  });
}

/** @throws MapFileError where a required field is missing. */
export function requireField(record: Raw, field: string, named: string, path: string): void {
  if (!Object.hasOwn(record, field) || record[field] === undefined) {
    throw new MapFileError(`${named}: the required field "${field}" is missing.`, {
      path: `${path}.${field}`,
    });
  }
}

/** @throws MapFileError where a value does not fit its field. */
export function checkField(
  field: Field<unknown>,
  name: string,
  value: unknown,
  named: string,
  path: string,
): void {
  if (!field.check.safeParse(value).success) throw misfit(named, name, value, field.expected, path);
}

function readHead(raw: unknown, place: Place, word: string, types: Readonly<Record<string, unknown>>) {
  if (!isRecord(raw)) {
    throw new MapFileError(`${place.ordinal}: ${quoteValue(raw)} is not an object.`, { path: place.path });
  }
  requireField(raw, "id", place.ordinal, place.path);
  if (typeof raw.id !== "string" || raw.id === "")
    throw misfit(place.ordinal, "id", raw.id, "a text that is not empty", place.path);
  const named = `${word} "${raw.id}"`;
  requireField(raw, "type", named, place.path);
  if (typeof raw.type !== "string" || !Object.hasOwn(types, raw.type)) {
    throw misfit(named, "type", raw.type, `one of ${Object.keys(types).join(", ")}`, place.path);
  }
  return { record: raw, named };
}

function readFields(
  record: Raw,
  fields: Readonly<Record<string, Field<unknown>>>,
  required: readonly string[],
  named: string,
  path: string,
): Raw {
  for (const name of required) requireField(record, name, named, path);
  const entries: [string, unknown][] = [];
  for (const [name, value] of Object.entries(record)) {
    if (value === undefined) continue;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field) checkField(field, name, value, named, path);
    entries.push([name, field?.type === "list-of" ? withoutRepeats(value as readonly string[]) : value]);
  }
  try {
    return deepFreeze(Object.fromEntries(entries));
  } catch (error) {
    if (error instanceof RangeError) throw new MapFileError(`${named}: a field ${error.message}.`, { path });
    throw error;
  }
}

function withoutRepeats(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}
