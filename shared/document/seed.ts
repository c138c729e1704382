import * as Y from "yjs";
import type { Json } from "../model/field.ts";
import type { SystemMap } from "../model/systemMap.ts";
import { keyedDecisions } from "./decisionKey.ts";
import { flattenRecord } from "./flatten.ts";
import { type RecordRoot, rootOf, SCHEMA, SCHEMA_VERSION } from "./layout.ts";
import { fieldsOf, HEADS } from "./recordFields.ts";
import { flattenSettings } from "./settingsKeys.ts";
import { storeUnknown } from "./unknownFields.ts";
import { flattenViews } from "./viewKeys.ts";

const ownFields = [
  "format",
  "version",
  "title",
  "regime",
  "asOf",
  "settings",
  "elements",
  "relations",
  "decisions",
  "views",
];

/**
 * Writes a whole map into an empty document, in one transaction. Only the server does this, once, when a map is created: two
 * people who seeded the same document would each lose half.
 * @throws Error where the document is not empty.
 */
export function seedDocument(doc: Y.Doc, map: SystemMap): void {
  const head = rootOf(doc, "map");
  if (head.size > 0) throw new Error("This document already holds a map.");
  doc.transact(() => {
    for (const [key, value] of headEntries(map)) head.set(key, value);
    head.set(SCHEMA, SCHEMA_VERSION);
    for (const [order, element] of map.elements.entries())
      addRecord(doc, "elements", element.id, element, order);
    for (const [order, relation] of map.relations.entries())
      addRecord(doc, "relations", relation.id, relation, order);
    let order = 0;
    for (const [key, decision] of keyedDecisions(map.decisions ?? []))
      addRecord(doc, "decisions", key, decision, order++);
  });
}

/** Puts one whole record into a root: created complete, so that nobody ever sees half of it. */
export function addRecord(doc: Y.Doc, root: RecordRoot, key: string, record: object, order: number): void {
  const type = (record as { type?: unknown }).type;
  const entries = flattenRecord(record, fieldsOf(root, type), HEADS[root], order);
  rootOf(doc, root).set(key, new Y.Map(entries));
}

/** The keys of the root `map` under which all of a map is stored that is no element, relation or decision. */
export function headEntries(map: SystemMap): [string, Json][] {
  const entries: [string, Json][] = [
    ["title", map.title],
    ["regime", map.regime],
  ];
  if (map.asOf !== undefined) entries.push(["asOf", map.asOf]);
  if (map.settings !== undefined) entries.push(...flattenSettings(map.settings));
  if (map.decisions !== undefined) entries.push(["decisions", true]);
  if (map.views !== undefined) entries.push(...flattenViews(map.views));
  for (const [name, value] of Object.entries(map) as [string, Json][]) {
    if (!ownFields.includes(name)) entries.push(storeUnknown(name, value));
  }
  return entries;
}
