import * as Y from "yjs";
import { type Root, rootOf, type Value } from "./layout.ts";
import type { Change } from "./Step.ts";

/** The Y.Map that holds a record's fields (for the root `map`, the root itself); undefined where there is none. */
export function fieldStore(doc: Y.Doc, root: Root, record: string): Y.Map<unknown> | undefined {
  if (root === "map") return rootOf(doc, "map");
  const stored = rootOf(doc, root).get(record);
  return stored instanceof Y.Map ? stored : undefined;
}

/** Writes one key. Returns the change, or undefined where the key already held this value or the record is not there. */
export function writeKey(
  doc: Y.Doc,
  root: Root,
  record: string,
  key: string,
  after: Value,
): Change | undefined {
  const store = fieldStore(doc, root, record);
  if (!store) return undefined;
  const held = store.get(key);
  // What a foreign program put there is no value of ours: it cannot be written again, so nothing goes back to it.
  const isForeign = held instanceof Y.AbstractType;
  const before = isForeign ? undefined : (held as Value);
  if (!isForeign && sameValue(before, after)) return undefined;
  if (after === undefined) store.delete(key);
  else store.set(key, after);
  return { root, record, key, before, after };
}

/** Whether two stored values are equal, whatever the order of the keys in them. */
export function sameValue(a: Value, b: Value): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(b, key) &&
      sameValue((a as Record<string, Value>)[key], (b as Record<string, Value>)[key]),
  );
}
