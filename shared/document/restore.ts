import * as Y from "yjs";
import type { Field } from "../model/field.ts";
import type { SystemMap } from "../model/systemMap.ts";
import type { DocumentWriter } from "./DocumentWriter.ts";
import { keyedDecisions } from "./decisionKey.ts";
import { fieldStore } from "./fieldStore.ts";
import { flattenRecord } from "./flatten.ts";
import { DELETED, ORDER, RESTORED, type RecordRoot, rootOf, UNKNOWN, type Value } from "./layout.ts";
import { plainFields, readStored } from "./readStored.ts";
import { fieldsOf, HEADS } from "./recordFields.ts";
import { headEntries } from "./seed.ts";
import { SETTINGS } from "./settingsKeys.ts";
import { VIEW } from "./viewKeys.ts";

/** To which moment a map was put back: its place in the map's history, and when that was (UTC date-time). */
export type RestoredMark = { readonly moment: number; readonly at: string };

/** The moment to which a map was last put back, as the document says; undefined where it never was. */
export function readRestoredMark(doc: Y.Doc): RestoredMark | undefined {
  const mark = rootOf(doc, "map").get(RESTORED);
  if (typeof mark !== "object" || mark === null) return undefined;
  const { moment, at } = mark as Readonly<Record<string, unknown>>;
  return typeof moment === "number" && typeof at === "string" ? { moment, at } : undefined;
}

/**
 * Writes what differs between the map as it stands and `target`, key by key: what was added since gets the deleted flag, what was
 * deleted since loses it. What another person writes to something else at the same moment stands. Stored records that cannot be
 * read, and what is out of sight then, are left as they are. Marks the map as put back where anything was different.
 */
export function restoreMap(doc: Y.Doc, writer: DocumentWriter, target: SystemMap, mark: RestoredMark): void {
  const changesBefore = writer.step().length;
  new Restoration(doc, writer, target).run();
  if (writer.step().length > changesBefore) writer.setMapKey(RESTORED, mark);
}

class Restoration {
  private readonly typeById: ReadonlyMap<string, string>;

  constructor(
    private readonly doc: Y.Doc,
    private readonly writer: DocumentWriter,
    private readonly target: SystemMap,
  ) {
    this.typeById = new Map(target.elements.map(({ id, type }) => [id, type]));
  }

  run(): void {
    this.restoreHead();
    for (const root of ["elements", "relations"] as const) {
      const records = new Map<string, object>(this.target[root].map((record) => [record.id, record]));
      this.restoreRoot(root, records, (id, record, order) => this.restoreRecord(root, id, record, order));
    }
    this.restoreRoot("decisions", keyedDecisions(this.target.decisions ?? []), (key, decision, order) =>
      this.writer.putDecision(key, decision, order),
    );
  }

  private restoreHead(): void {
    const wanted = new Map<string, Value>(headEntries(this.target));
    for (const key of plainFields(rootOf(this.doc, "map")).keys())
      if (isHeadKey(key) && !wanted.has(key)) wanted.set(key, undefined);
    for (const [key, value] of wanted) this.writer.setMapKey(key, value);
  }

  private restoreRoot<T extends object>(
    root: RecordRoot,
    records: ReadonlyMap<string, T>,
    restore: (id: string, record: T, order: number) => void,
  ): void {
    for (const id of [...rootOf(this.doc, root).keys()])
      if (!records.has(id) && this.isInTheWay(root, id)) this.writer.write(root, id, DELETED, true);
    const orders = this.ordersFor(root, [...records.keys()]);
    for (const [id, record] of records) {
      const stored = rootOf(this.doc, root).get(id);
      // To what is no record no field can be written.
      if (stored === undefined || stored instanceof Y.Map) restore(id, record, orders.get(id) ?? 0);
    }
  }

  /**
   * Whether something that is not wanted would be seen. A relation whose end is not on the map is left: it is out of sight, and comes
   * back with that end.
   */
  private isInTheWay(root: RecordRoot, id: string): boolean {
    const found = readStored(root, id, rootOf(this.doc, root).get(id));
    if (found === "deleted" || "problem" in found) return false;
    if (root !== "relations") return true;
    const { from, to } = found.record as { readonly from: string; readonly to: string };
    return this.typeById.has(from) && this.typeById.has(to) && !this.typeById.has(id);
  }

  /** Where each record is to stand: where it stands already if that keeps them in order, else by its place in the list. */
  private ordersFor(root: RecordRoot, ids: readonly string[]): ReadonlyMap<string, number> {
    const places = ids.map((id) => ({ id, order: fieldStore(this.doc, root, id)?.get(ORDER) }));
    const isInOrder = places.every(
      (place, index) => typeof place.order === "number" && standsAfter(places[index - 1], place),
    );
    return new Map(places.map(({ id, order }, index) => [id, isInOrder ? (order as number) : index]));
  }

  private restoreRecord(
    root: "elements" | "relations",
    id: string,
    record: { readonly type?: unknown },
    order: number,
  ): void {
    const store = fieldStore(this.doc, root, id);
    if (store === undefined) {
      this.writer.create(root, id, record, order);
      return;
    }
    const fields = fieldsOf(root, record.type);
    const wanted = new Map<string, Value>(flattenRecord(record, fields, HEADS[root], order));
    for (const [key, value] of plainFields(store))
      if (!wanted.has(key) && !this.isToStay(key, value, fields)) wanted.set(key, undefined);
    for (const [key, value] of wanted) this.writer.write(root, id, key, value);
  }

  /** A key of ours, or a reference that is not seen because what it names is not on the map: it comes back with that. */
  private isToStay(key: string, value: Value, fields: Readonly<Record<string, Field<unknown>>>): boolean {
    if (key === DELETED) return false;
    if (key.startsWith("~")) return true;
    const names = Object.hasOwn(fields, key) ? fields[key]?.names : undefined;
    return names !== undefined && this.typeById.get(value as string) !== names;
  }
}

function isHeadKey(key: string): boolean {
  return (
    ["title", "regime", "asOf", "decisions", SETTINGS].includes(key) ||
    key.startsWith(`${SETTINGS}/`) ||
    key.startsWith(VIEW) ||
    key.startsWith(UNKNOWN)
  );
}

interface Place {
  readonly id: string;
  readonly order: unknown;
}

/** Whether a record stands after the one before it: equal orders are ordered by id. */
function standsAfter(before: Place | undefined, { id, order }: Place): boolean {
  if (before === undefined) return true;
  const [lower, higher] = [before.order as number, order as number];
  return lower < higher || (lower === higher && before.id < id);
}
