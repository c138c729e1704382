import type * as Y from "yjs";
import type { Json } from "../model/field.ts";

/** The version of this layout. Only the server migrates documents; a client that meets a newer one asks to be reloaded. */
export const SCHEMA_VERSION = 1;

/** The roots of a map's document. Each is a Y.Map: `map` of fields, the others from a key to a flat Y.Map of fields. */
export const RECORD_ROOTS = ["elements", "relations", "decisions"] as const;
export type RecordRoot = (typeof RECORD_ROOTS)[number];
export type Root = "map" | RecordRoot;

/** Key of a record that is set to true when it is deleted: what others edit meanwhile is there again when the deletion is undone. */
export const DELETED = "~deleted";
/** Key of a record's place in document order, which is drawing order too. Equal ones are ordered by id. */
export const ORDER = "~order";
/** Key of `map`: the version of the layout. */
export const SCHEMA = "~schema";
/** Key of `map`: the moment to which the map was last put back; see `RestoredMark`. It is no part of the map file. */
export const RESTORED = "~restored";
/** Prefix of fields that the format does not know, so that they never meet a key of ours. Their values are kept as JSON text. */
export const UNKNOWN = "x:";
/** Between the name of a list field and an item of it. */
export const ITEM = "/";

export type Value = Json | undefined;

/** The map of one root. Asking for it also settles its type, so ask before applying anybody's update. */
export function rootOf(doc: Y.Doc, root: Root): Y.Map<unknown> {
  return doc.getMap(root);
}
