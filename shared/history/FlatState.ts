import * as Y from "yjs";
import { RECORD_ROOTS, type Root, rootOf, type Value } from "../document/layout.ts";
import type { Change } from "../document/Step.ts";
import type { Json } from "../model/field.ts";
import { plainValue } from "./plainValue.ts";

const ROOTS = ["map", ...RECORD_ROOTS] as const;

/** A flat state as it is stored: root, record, key, value. The root `map` has one record, whose name is empty. */
export type StoredState = { readonly [root in Root]?: { readonly [record: string]: Fields } };
type Fields = { readonly [key: string]: Json };

/**
 * Everything that a map's document says at one moment, without the history that Yjs carries along: per root and record the
 * plain values of its keys. What is no plain value counts as absent, and a record without any as well.
 */
export class FlatState {
  readonly #roots: ReadonlyMap<Root, Map<string, Map<string, Json>>> = new Map(
    ROOTS.map((root) => [root, new Map()]),
  );

  /** Reads a whole document. */
  static of(doc: Y.Doc): FlatState {
    const state = new FlatState();
    for (const root of ROOTS) {
      const records = root === "map" ? [""] : rootOf(doc, root).keys();
      for (const record of records)
        for (const [key, value] of storedFields(doc, root, record)) state.set(root, record, key, value);
    }
    return state;
  }

  /** Reads what {@link toJson} gave. */
  static fromJson(stored: StoredState): FlatState {
    const state = new FlatState();
    for (const root of ROOTS) {
      for (const [record, fields] of Object.entries(stored[root] ?? {}))
        for (const [key, value] of Object.entries(fields)) state.set(root, record, key, value);
    }
    return state;
  }

  toJson(): StoredState {
    const fieldsOf = (records: ReadonlyMap<string, ReadonlyMap<string, Json>>) =>
      Object.fromEntries([...records].map(([record, fields]) => [record, Object.fromEntries(fields)]));
    return Object.fromEntries([...this.#roots].map(([root, records]) => [root, fieldsOf(records)]));
  }

  get(root: Root, record: string, key: string): Value {
    return this.record(root, record)?.get(key);
  }

  /** The fields of a record; undefined where there is none. */
  record(root: Root, record: string): ReadonlyMap<string, Json> | undefined {
    return this.#roots.get(root)?.get(record);
  }

  /** The names of a root's records. */
  records(root: Root): Iterable<string> {
    return this.#roots.get(root)?.keys() ?? [];
  }

  /** Sets a key to a plain value; undefined takes it away, and with the last one the record. */
  set(root: Root, record: string, key: string, value: Value): void {
    const records = this.#roots.get(root);
    const fields = records?.get(record);
    if (value === undefined) {
      fields?.delete(key);
      if (fields?.size === 0) records?.delete(record);
    } else if (fields) fields.set(key, value);
    else records?.set(record, new Map([[key, value]]));
  }

  apply({ root, record, key, after }: Change): void {
    this.set(root, record, key, after);
  }

  revert({ root, record, key, before }: Change): void {
    this.set(root, record, key, before);
  }
}

/** The plain values that a document holds of one record. */
export function storedFields(doc: Y.Doc, root: Root, record: string): Map<string, Json> {
  const store = root === "map" ? rootOf(doc, "map") : rootOf(doc, root).get(record);
  const fields = new Map<string, Json>();
  if (!(store instanceof Y.Map)) return fields;
  for (const [key, value] of store.entries()) {
    const plain = plainValue(value);
    if (plain !== undefined) fields.set(key, plain);
  }
  return fields;
}

/** A document that says just this. It shares no history with any other: to be read, never to be merged. */
export function documentOf(state: FlatState): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const root of ROOTS) {
      const stored = rootOf(doc, root);
      for (const record of state.records(root)) {
        const fields = [...(state.record(root, record) ?? [])];
        if (root === "map") for (const [key, value] of fields) stored.set(key, value);
        else stored.set(record, new Y.Map<unknown>(fields));
      }
    }
  });
  return doc;
}
