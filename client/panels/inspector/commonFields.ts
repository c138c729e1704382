import type { Snapshot } from "../../../shared/document/snapshot.ts";
import { elementFields, type MapElement, TYPES_WITH_REQUIRED_KIND } from "../../../shared/model/element.ts";
import type { Field, Json } from "../../../shared/model/field.ts";
import { isLocked } from "../../../shared/model/locked.ts";
import { type Relation, relationFields } from "../../../shared/model/relation.ts";

type AnyRecord = MapElement | Relation;
type Fields = Readonly<Record<string, Field<unknown>>>;

/** What tells one thing from another, or where it is drawn: nobody gives several things the same. */
const EACH_ITS_OWN: ReadonlySet<string> = new Set(["name", "position", "size", "text"]);

/** What several elements and relations have between them. */
export interface Together {
  /** Those that can be edited: what is locked stays as it is. */
  readonly records: readonly AnyRecord[];
  readonly lockedCount: number;
  /** The fields that all of them have, of the same kind. */
  readonly fields: Fields;
}

/** What the elements and relations with these ids have in common. */
export function together(snapshot: Snapshot, ids: readonly string[]): Together {
  const all = ids.flatMap((id): AnyRecord[] => {
    const record = snapshot.elementById.get(id) ?? snapshot.relationById.get(id);
    return record === undefined ? [] : [record];
  });
  const records = all.filter((record) => !("position" in record && isLocked(record)));
  const [first, ...others] = [...new Map(records.map((record) => [record.type, record])).values()].map(
    fieldsOf,
  );
  const fields = Object.entries(first ?? {}).filter(
    ([name, field]) => !EACH_ITS_OWN.has(name) && others.every((other) => isSameField(field, other[name])),
  );
  return { records, lockedCount: all.length - records.length, fields: Object.fromEntries(fields) };
}

/** The value that all records have in a field, or how many different ones there are; "not stated" counts as one. */
export function commonValue(
  records: readonly AnyRecord[],
  name: string,
): { readonly value: unknown; readonly different: number } {
  const values = new Map(
    records.map((record) => {
      const value = valueIn(record, name);
      return [JSON.stringify(value), value];
    }),
  );
  const [value] = values.values();
  return { value: values.size === 1 ? value : undefined, different: values.size };
}

/** What a record states in a field; undefined for nothing. */
export function valueIn(record: AnyRecord, name: string): Json | undefined {
  return (record as unknown as Readonly<Record<string, Json | undefined>>)[name];
}

/** Whether a field must have a value in each of the records. */
export function isRequiredInAll(records: readonly AnyRecord[], name: string): boolean {
  return (
    name === "kind" &&
    records.some((record) => "position" in record && TYPES_WITH_REQUIRED_KIND.has(record.type))
  );
}

function fieldsOf(record: AnyRecord): Fields {
  return "position" in record ? elementFields(record.type) : relationFields(record.type);
}

function isSameField(one: Field<unknown>, other: Field<unknown> | undefined): boolean {
  return (
    other !== undefined &&
    one.type === other.type &&
    one.names === other.names &&
    (one.values ?? []).join(" ") === (other.values ?? []).join(" ")
  );
}
