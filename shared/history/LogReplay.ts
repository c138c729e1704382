import * as Y from "yjs";
import { sameValue } from "../document/fieldStore.ts";
import { RECORD_ROOTS, type Root, rootOf } from "../document/layout.ts";
import type { Change } from "../document/Step.ts";
import { FlatState, storedFields } from "./FlatState.ts";
import { plainValue } from "./plainValue.ts";

type Touched = Map<Root, Map<string, Set<string> | "all">>;

/** Goes through the log of a map's document, update by update, and says what each of them changed. */
export class LogReplay {
  /** The state after the last update. It changes with the next. */
  readonly state: FlatState;
  readonly #doc = new Y.Doc();
  readonly #rootByType = new Map<unknown, Root>();
  #touched: Touched = new Map();

  /**
   * @param base what the log begins with; it counts as no change.
   * @throws whatever Yjs throws on updates that it cannot apply.
   */
  constructor(base: readonly Uint8Array[]) {
    for (const root of ["map", ...RECORD_ROOTS] as const) this.#rootByType.set(rootOf(this.#doc, root), root);
    this.#doc.transact(() => {
      for (const update of base) Y.applyUpdate(this.#doc, update);
    });
    this.state = FlatState.of(this.#doc);
    this.#doc.on("afterTransaction", (transaction: Y.Transaction) => this.#note(transaction));
  }

  /** What one more update changes. */
  apply(update: Uint8Array): Change[] {
    this.#touched = new Map();
    this.#doc.transact(() => Y.applyUpdate(this.#doc, update));
    const changes: Change[] = [];
    for (const [root, records] of this.#touched) {
      for (const [record, keys] of records) changes.push(...this.#compare(root, record, keys));
    }
    for (const change of changes) this.state.apply(change);
    return changes;
  }

  /** Everything so far as one update, with what waits for something that has not come yet. */
  encode(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  #note({ changed }: Y.Transaction): void {
    for (const [type, keys] of changed) {
      const root = this.#rootByType.get(type);
      if (root === "map") for (const key of keys) this.#touch("map", "", key ?? "");
      else if (root) for (const record of keys) this.#touchWhole(root, record ?? "");
      else this.#noteNested(type, keys);
    }
  }

  #noteNested(type: Pick<Y.AbstractType<never>, "_item">, keys: ReadonlySet<string | null>): void {
    let item = type._item;
    let isRecord = true;
    while (item) {
      const root = this.#rootByType.get(item.parent);
      const name = item.parentSub;
      if (root === "map" && name !== null) this.#touch("map", "", name);
      else if (root && name !== null && isRecord) for (const key of keys) this.#touch(root, name, key ?? "");
      else if (root && name !== null) this.#touchWhole(root, name);
      isRecord = false;
      item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
    }
  }

  #touch(root: Root, record: string, key: string): void {
    const keys = this.#touchedOf(root).get(record);
    if (keys === undefined) this.#touchedOf(root).set(record, new Set([key]));
    else if (keys !== "all") keys.add(key);
  }

  #touchWhole(root: Root, record: string): void {
    this.#touchedOf(root).set(record, "all");
  }

  #touchedOf(root: Root): Map<string, Set<string> | "all"> {
    const records = this.#touched.get(root) ?? new Map<string, Set<string> | "all">();
    this.#touched.set(root, records);
    return records;
  }

  #compare(root: Root, record: string, keys: ReadonlySet<string> | "all"): Change[] {
    const read = keys === "all" ? storedFields(this.#doc, root, record) : this.#readKeys(root, record, keys);
    const known = this.state.record(root, record);
    const compared = keys === "all" ? new Set([...(known?.keys() ?? []), ...read.keys()]) : keys;
    const changes: Change[] = [];
    for (const key of compared) {
      const [before, after] = [known?.get(key), read.get(key)];
      if (!sameValue(before, after)) changes.push({ root, record, key, before, after });
    }
    return changes;
  }

  #readKeys(root: Root, record: string, keys: ReadonlySet<string>): ReturnType<typeof storedFields> {
    const store = root === "map" ? rootOf(this.#doc, root) : rootOf(this.#doc, root).get(record);
    const fields: ReturnType<typeof storedFields> = new Map();
    if (!(store instanceof Y.Map)) return fields;
    for (const key of keys) {
      const value = plainValue(store.get(key));
      if (value !== undefined) fields.set(key, value);
    }
    return fields;
  }
}
