import * as Y from "yjs";
import type { Json } from "../model/field.ts";

/** No client of ours nests deeper than three; what does is not walked. */
const deepest = 64;

/**
 * A stored value as JSON can carry it, the same after any number of journeys through it. Undefined, that is absent, for what it
 * cannot carry: bytes, shared types, numbers that are none, and what nests too deep. Never throws.
 */
export function plainValue(value: unknown): Json | undefined {
  return plain(value, deepest);
}

function plain(value: unknown, depthLeft: number): Json | undefined {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      // JSON knows no zero below zero.
      return Number.isFinite(value) ? value + 0 : undefined;
    case "object":
      return value === null ? null : plainObject(value, depthLeft - 1);
    default:
      return undefined;
  }
}

function plainObject(value: object, depthLeft: number): Json | undefined {
  if (depthLeft < 0 || value instanceof Y.AbstractType || value instanceof Y.Doc || ArrayBuffer.isView(value))
    return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => plain(item, depthLeft));
    return items.includes(undefined) ? undefined : (items as Json[]);
  }
  const entries = Object.entries(value).map(([key, item]) => [key, plain(item, depthLeft)] as const);
  return entries.some(([, item]) => item === undefined) ? undefined : (Object.fromEntries(entries) as Json);
}
