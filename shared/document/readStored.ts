import * as Y from "yjs";
import type { MapElement } from "../model/element.ts";
import { MapFileError } from "../model/MapFileError.ts";
import { readElement, readRelation } from "../model/readRecord.ts";
import { readDecision } from "../model/readSettings.ts";
import type { Relation } from "../model/relation.ts";
import type { Decision } from "../model/systemMap.ts";
import { unflattenRecord } from "./flatten.ts";
import { DELETED, ORDER, type RecordRoot, type Value } from "./layout.ts";
import { fieldsOf, HEADS } from "./recordFields.ts";

/** A stored record that is no element, relation or decision: kept as it is, left out of the map, and shown as a finding. */
export interface UnreadableRecord {
  readonly root: RecordRoot;
  readonly id: string;
  readonly problem: string;
}

/** What stands under one key of a root: a record, an unreadable one, or a deleted one. */
export type Stored<T> =
  | { readonly record: T; readonly order: number }
  | { readonly problem: string }
  | "deleted";

export interface RecordTypes {
  elements: MapElement;
  relations: Relation;
  decisions: Decision;
}

/** Reads what is stored under one key of a root. Never throws: anything can be stored there by a client that is not ours. */
export function readStored<R extends RecordRoot>(
  root: R,
  id: string,
  stored: unknown,
): Stored<RecordTypes[R]> {
  if (!(stored instanceof Y.Map)) return { problem: "it is no record of fields" };
  const fields = plainFields(stored);
  if (fields.get(DELETED) === true) return "deleted";
  const order = fields.get(ORDER);
  try {
    const raw = unflattenRecord(fields, fieldsOf(root, fields.get("type")), HEADS[root]);
    const record = readRaw(root, id, raw);
    return { record: record as RecordTypes[R], order: typeof order === "number" ? order : 0 };
  } catch (error) {
    if (error instanceof MapFileError) return { problem: error.message };
    if (error instanceof RangeError) return { problem: `it ${error.message}` };
    throw error;
  }
}

function readRaw(
  root: RecordRoot,
  id: string,
  raw: Record<string, unknown>,
): MapElement | Relation | Decision {
  if (root === "decisions") return readDecision(raw, 0);
  const place = { path: `${root}.${id}`, ordinal: `Record ${id}` };
  const whole = Object.fromEntries([["id", id], ...Object.entries(raw).filter(([name]) => name !== "id")]);
  return root === "elements" ? readElement(whole, place) : readRelation(whole, place);
}

/** The plain values of a map; a nested shared type or bytes, which no client of ours writes, count as absent. */
export function plainFields(stored: Y.Map<unknown>): ReadonlyMap<string, Value> {
  const fields = new Map<string, Value>();
  for (const [key, value] of stored.entries()) {
    const plain =
      !(value instanceof Y.AbstractType) && !(value instanceof Uint8Array) && !(value instanceof Y.Doc);
    if (plain) fields.set(key, value as Value);
  }
  return fields;
}
