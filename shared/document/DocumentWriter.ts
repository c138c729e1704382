import * as Y from "yjs";
import type { Json } from "../model/field.ts";
import type { Decision, RuleSetting } from "../model/systemMap.ts";
import { decisionKey } from "./decisionKey.ts";
import { fieldStore, sameValue, writeKey } from "./fieldStore.ts";
import { flattenField, flattenRecord } from "./flatten.ts";
import { DELETED, ITEM, ORDER, type RecordRoot, type Root, rootOf, type Value } from "./layout.ts";
import { fieldsOf, HEADS } from "./recordFields.ts";
import type { Change, Step } from "./Step.ts";
import { addRecord } from "./seed.ts";
import { ruleKey } from "./settingsKeys.ts";

/** Writes to a document inside a transaction and keeps what was different afterwards. */
export class DocumentWriter {
  private readonly changes: Change[] = [];
  /** Where the next record of a root stands, once that is known: to look for it again would make adding many take the square of the time. */
  private readonly nextOrders = new Map<RecordRoot, number>();

  constructor(private readonly doc: Y.Doc) {}

  /** What has changed so far, in order. */
  step(): Step {
    return this.changes;
  }

  /** Adds a whole record on top of the others, unless its id is taken. */
  add(root: "elements" | "relations", id: string, record: object): void {
    if (rootOf(this.doc, "elements").has(id) || rootOf(this.doc, "relations").has(id)) return;
    this.create(root, id, record, this.nextOrder(root));
  }

  /** Sets one field to a value that fits it; undefined takes it away. */
  setField(id: string, field: string, value: Json | undefined): void {
    const root = rootOf(this.doc, "elements").has(id) ? "elements" : "relations";
    const store = fieldStore(this.doc, root, id);
    if (!store) return;
    const fields = fieldsOf(root, store.get("type"));
    const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
    const wanted = new Map<string, Value>(
      value === undefined
        ? flattenField(fields, field, []).map(([key]) => [key, undefined])
        : flattenField(fields, field, value),
    );
    if (known?.type === "list-of") {
      for (const key of [...store.keys()])
        if (key.startsWith(field + ITEM) && !wanted.has(key)) wanted.set(key, undefined);
    }
    for (const [key, wantedValue] of wanted) this.write(root, id, key, wantedValue);
  }

  /** Marks an element or relation as deleted. */
  remove(id: string): void {
    for (const root of ["elements", "relations"] as const) this.write(root, id, DELETED, true);
  }

  setMapKey(key: string, value: Value): void {
    this.write("map", "", key, value);
  }

  setRule(rule: string, setting: RuleSetting | undefined): void {
    this.setMapKey(ruleKey(rule), setting);
  }

  /**
   * Puts a decision in the place of the one before, whole: of two that are made at once one stands, and never the reason of the one
   * under the name of the other.
   */
  accept(decision: Decision): void {
    const key = decisionKey(decision.rule, decision.subjects);
    const order = fieldStore(this.doc, "decisions", key)?.get(ORDER);
    this.putDecision(key, decision, typeof order === "number" ? order : this.nextOrder("decisions"));
  }

  /** Puts a decision under a key in the place of what stands there, whole. Nothing happens where it is the same. */
  putDecision(key: string, decision: Decision, order: number): void {
    const before = storedFields(fieldStore(this.doc, "decisions", key));
    const after = new Map<string, Value>(flattenRecord(decision, {}, HEADS.decisions, order));
    if (before.size === 0) before.set(DELETED, true).set(ORDER, order);
    const changes = [...new Set([...before.keys(), ...after.keys()])]
      .filter((field) => !sameValue(before.get(field), after.get(field)))
      .map((field): Change => {
        return {
          root: "decisions",
          record: key,
          key: field,
          before: before.get(field),
          after: after.get(field),
        };
      });
    if (changes.length === 0) return;
    rootOf(this.doc, "decisions").set(key, new Y.Map(after));
    this.noteOrder("decisions", order);
    this.changes.push(...changes);
  }

  withdraw(rule: string, subjects: readonly string[]): void {
    this.write("decisions", decisionKey(rule, subjects), DELETED, true);
  }

  /** Puts a whole record where none is stored. */
  create(root: RecordRoot, id: string, record: object, order: number): void {
    addRecord(this.doc, root, id, record, order);
    this.noteOrder(root, order);
    // Taking back a creation sets the flag rather than removing the record: others may have edited it meanwhile.
    this.changes.push({ root, record: id, key: DELETED, before: true, after: undefined });
  }

  /** Writes one key; undefined takes it away. Nothing happens where it holds this value, or the record is not there. */
  write(root: Root, record: string, key: string, after: Value): void {
    const change = writeKey(this.doc, root, record, key, after);
    if (!change) return;
    this.changes.push(change);
    if (key === ORDER && root !== "map") this.nextOrders.delete(root);
  }

  private nextOrder(root: RecordRoot): number {
    const order = this.nextOrders.get(root) ?? highestOrder(rootOf(this.doc, root)) + 1;
    this.nextOrders.set(root, order);
    return order;
  }

  private noteOrder(root: RecordRoot, order: number): void {
    const next = this.nextOrders.get(root);
    if (next !== undefined && order >= next && Number.isFinite(order)) this.nextOrders.set(root, order + 1);
  }
}

function storedFields(store: Y.Map<unknown> | undefined): Map<string, Value> {
  return new Map((store === undefined ? [] : [...store.entries()]) as [string, Value][]);
}

function highestOrder(root: Y.Map<unknown>): number {
  let highest = -1;
  for (const stored of root.values()) {
    const order = stored instanceof Y.Map ? stored.get(ORDER) : undefined;
    if (typeof order === "number" && order > highest && Number.isFinite(order)) highest = order;
  }
  return highest;
}
