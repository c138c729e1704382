import type { Json } from "../model/field.ts";
import { UNKNOWN, type Value } from "./layout.ts";

/**
 * How a field that the format does not know is stored. As text, because the encoding of shared documents loses what JSON allows:
 * a key named `__proto__`, half a surrogate pair.
 */
export function storeUnknown(name: string, value: Json, prefix = UNKNOWN): [string, string] {
  return [prefix + name, JSON.stringify(value)];
}

/** The unknown fields among stored keys, sorted by name. What is no JSON text, which no client of ours writes, is left out. */
export function readUnknown(stored: ReadonlyMap<string, Value>, prefix = UNKNOWN): [string, unknown][] {
  const fields: [string, unknown][] = [];
  for (const key of [...stored.keys()].sort()) {
    const text = stored.get(key);
    if (!key.startsWith(prefix) || typeof text !== "string") continue;
    const parsed = parse(text);
    if (parsed) fields.push([key.slice(prefix.length), parsed.value]);
  }
  return fields;
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
