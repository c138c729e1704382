import type * as Y from "yjs";
import {
  type ElementType,
  type MapElement,
  REQUIRED_ELEMENT_FIELDS,
  TYPES_WITH_REQUIRED_KIND,
} from "../model/element.ts";
import { isoDate, type Json, oneOf, text } from "../model/field.ts";
import { MapFileError } from "../model/MapFileError.ts";
import { checkField, readElement, readRelation } from "../model/readRecord.ts";
import {
  findingsShownToField,
  markingField,
  readDecision,
  readSettings,
  ruleSettingField,
} from "../model/readSettings.ts";
import type { Relation } from "../model/relation.ts";
import {
  type Decision,
  type FindingsShownTo,
  type Marking,
  REGIMES,
  type RuleSetting,
  type SystemMap,
} from "../model/systemMap.ts";
import type { SavedView } from "../view/SavedView.ts";
import { DocumentWriter } from "./DocumentWriter.ts";
import { fieldStore } from "./fieldStore.ts";
import { fieldsOf } from "./recordFields.ts";
import { type RestoredMark, restoreMap } from "./restore.ts";
import { LOCAL_EDIT, type Step } from "./Step.ts";
import { settingKey } from "./settingsKeys.ts";
import { storeView, viewKey } from "./viewKeys.ts";

const neverChanged = ["id", "type", "from", "to"];
const mapFields = { title: text, regime: oneOf(REGIMES), asOf: isoDate };

/**
 * The only way the interface, the fixes and the scripts change a map. Values are checked before anything is written: each call
 * throws MapFileError, and the whole edit is off, where a value does not fit its field.
 */
export interface Editor {
  /** Adds an element; it stands above the others. Nothing happens where its id is taken. */
  addElement(element: MapElement): void;
  /** Adds a relation. It stays out of sight as long as one of its ends is missing. Nothing happens where its id is taken. */
  addRelation(relation: Relation): void;
  /** Sets a field of an element or relation, known or not; undefined takes it away ("not stated"). `id`, `type`, `from` and `to` never change. */
  setField(id: string, field: string, value: Json | undefined): void;
  /** Deletes elements and relations. What hangs on them goes out of sight with them, and comes back with them. */
  remove(ids: Iterable<string>): void;
  setMapField(field: "title" | "regime" | "asOf", value: string | undefined): void;
  /** Overrides the severity of a rule on this map, or switches it off; undefined goes back to the rule book. */
  setRule(rule: string, setting: RuleSetting | undefined): void;
  setMarking(marking: Marking | undefined): void;
  setFindingsShownTo(shownTo: FindingsShownTo | undefined): void;
  /** Records that the room accepts a finding. */
  accept(decision: Decision): void;
  /** Takes back what was accepted. */
  withdraw(rule: string, subjects: readonly string[]): void;
  /** Saves a view under an id, in the place of the one that stands there. */
  saveView(id: string, view: SavedView): void;
  /** Deletes a saved view, also one that cannot be read. */
  removeView(id: string): void;
  /** Makes the map what it was at a moment: what differs is written, and nothing else. */
  restore(target: SystemMap, mark: RestoredMark): void;
}

/**
 * Changes a map in one transaction. `change` only says what to do; it is done after it returns, all or nothing.
 * @returns what was different afterwards, for the undo history.
 * @throws MapFileError where a value does not fit its field; nothing is written then.
 */
export function edit(doc: Y.Doc, change: (editor: Editor) => void): Step {
  const writes: ((writer: DocumentWriter) => void)[] = [];
  change(recordingEditor(doc, writes));
  const writer = new DocumentWriter(doc);
  doc.transact(() => {
    for (const write of writes) write(writer);
  }, LOCAL_EDIT);
  return writer.step();
}

function recordingEditor(doc: Y.Doc, writes: ((writer: DocumentWriter) => void)[]): Editor {
  const added = new Map<string, RecordKind>();
  return {
    addElement(element) {
      const checked = readElement(element, { path: "element", ordinal: "Element" });
      added.set(checked.id, { root: "elements", type: checked.type });
      writes.push((writer) => writer.add("elements", checked.id, checked));
    },
    addRelation(relation) {
      const checked = readRelation(relation, { path: "relation", ordinal: "Relation" });
      added.set(checked.id, { root: "relations", type: checked.type });
      writes.push((writer) => writer.add("relations", checked.id, checked));
    },
    setField(id, field, value) {
      const kind = recordKind(doc, id) ?? added.get(id);
      if (!kind) return;
      checkFieldChange(kind, id, field, value);
      writes.push((writer) => writer.setField(id, field, value));
    },
    remove(ids) {
      const all = [...ids];
      writes.push((writer) => {
        for (const id of all) writer.remove(id);
      });
    },
    setMapField(field, value) {
      if (value !== undefined || field !== "asOf")
        checkField(mapFields[field], field, value, "The map", "map");
      writes.push((writer) => writer.setMapKey(field, value));
    },
    setRule(rule, setting) {
      if (setting !== undefined)
        checkField(ruleSettingField, rule, setting, "Settings, rules", "settings.rules");
      writes.push((writer) => writer.setRule(rule, setting));
    },
    setMarking(marking) {
      if (marking !== undefined) checkField(markingField, "marking", marking, "Settings", "settings");
      writes.push((writer) => writer.setMapKey(settingKey("marking"), marking));
    },
    setFindingsShownTo(shownTo) {
      if (shownTo !== undefined)
        checkField(findingsShownToField, "findingsShownTo", shownTo, "Settings", "settings");
      writes.push((writer) => writer.setMapKey(settingKey("findingsShownTo"), shownTo));
    },
    accept(decision) {
      const checked = readDecision(decision, 0);
      writes.push((writer) => writer.accept(checked));
    },
    withdraw(rule, subjects) {
      writes.push((writer) => writer.withdraw(rule, subjects));
    },
    saveView(id, view) {
      const [key, stored] = storeView(id, view as unknown as Json);
      writes.push((writer) => writer.setMapKey(key, stored));
    },
    removeView(id) {
      writes.push((writer) => writer.setMapKey(viewKey(id), undefined));
    },
    restore(target, mark) {
      checkMap(target);
      writes.push((writer) => restoreMap(doc, writer, target, mark));
    },
  };
}

/** Not by way of the reader of map files, which brings along what finds the line of a mistake in a text. */
function checkMap(map: SystemMap): void {
  for (const field of ["title", "regime"] as const)
    checkField(mapFields[field], field, map[field], "The map", "map");
  if (map.asOf !== undefined) checkField(isoDate, "asOf", map.asOf, "The map", "map");
  if (map.settings !== undefined) readSettings(map.settings);
  for (const [index, element] of map.elements.entries())
    readElement(element, { path: `elements[${index}]`, ordinal: `Element number ${index + 1}` });
  for (const [index, relation] of map.relations.entries())
    readRelation(relation, { path: `relations[${index}]`, ordinal: `Relation number ${index + 1}` });
  for (const [index, decision] of (map.decisions ?? []).entries()) readDecision(decision, index);
}

interface RecordKind {
  readonly root: "elements" | "relations";
  readonly type: unknown;
}

function recordKind(doc: Y.Doc, id: string): RecordKind | undefined {
  for (const root of ["elements", "relations"] as const) {
    const store = fieldStore(doc, root, id);
    if (store) return { root, type: store.get("type") };
  }
  return undefined;
}

function checkFieldChange(
  { root, type }: RecordKind,
  id: string,
  field: string,
  value: Json | undefined,
): void {
  if (neverChanged.includes(field))
    throw new MapFileError(`"${id}": the field "${field}" never changes.`, { path: `${id}.${field}` });
  if (value === undefined) {
    const required =
      root === "elements" &&
      (Object.hasOwn(REQUIRED_ELEMENT_FIELDS, field) ||
        (field === "kind" && TYPES_WITH_REQUIRED_KIND.has(type as ElementType)));
    if (required)
      throw new MapFileError(`"${id}": the field "${field}" cannot be taken away.`, {
        path: `${id}.${field}`,
      });
    return;
  }
  const fields = fieldsOf(root, type);
  const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (known) checkField(known, field, value, `"${id}"`, id);
}
