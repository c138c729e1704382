import type * as Y from "yjs";
import { type RecordRoot, rootOf } from "./layout.ts";
import { type RecordTypes, readStored, type UnreadableRecord } from "./readStored.ts";

interface Entry<T> {
  readonly id: string;
  readonly record: T;
  readonly order: number;
}

/** The readable records of one root in document order, re-read only where the document was touched. */
export class RecordCache<R extends RecordRoot> {
  private readonly touched = new Set<string>();
  private readonly entries = new Map<string, Entry<RecordTypes[R]>>();
  private readonly problems = new Map<string, UnreadableRecord>();
  private ordered: readonly Entry<RecordTypes[R]>[] = [];
  private readonly stored: Y.Map<unknown>;
  private readonly observer: (events: Y.YEvent<Y.AbstractType<unknown>>[]) => void;

  constructor(
    doc: Y.Doc,
    private readonly root: R,
  ) {
    this.stored = rootOf(doc, root);
    for (const id of this.stored.keys()) this.touched.add(id);
    this.observer = (events) => {
      for (const event of events) {
        if (event.path.length > 0) this.touched.add(String(event.path[0]));
        else for (const id of event.keys.keys()) this.touched.add(id);
      }
    };
    this.stored.observeDeep(this.observer);
  }

  /** Reads what was touched since the last call. Returns whether anything is different from before. */
  refresh(): boolean {
    if (this.touched.size === 0) return false;
    let reordered = false;
    for (const id of this.touched) reordered = this.read(id) || reordered;
    this.touched.clear();
    if (reordered) this.ordered = [...this.entries.values()].sort(byOrder);
    else this.ordered = this.ordered.map((entry) => this.entries.get(entry.id) ?? entry);
    return true;
  }

  /** The readable records in document order. */
  records(): RecordTypes[R][] {
    return this.ordered.map((entry) => entry.record);
  }

  unreadable(): UnreadableRecord[] {
    return [...this.problems.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  destroy(): void {
    this.stored.unobserveDeep(this.observer);
  }

  /** Returns whether the order of the records may have changed. */
  private read(id: string): boolean {
    const before = this.entries.get(id);
    const found = this.stored.has(id) ? readStored(this.root, id, this.stored.get(id)) : "deleted";
    this.problems.delete(id);
    if (found === "deleted" || "problem" in found) {
      if (found !== "deleted") this.problems.set(id, { root: this.root, id, problem: found.problem });
      return this.entries.delete(id);
    }
    this.entries.set(id, { id, record: found.record, order: found.order });
    return before?.order !== found.order;
  }
}

function byOrder(a: { order: number; id: string }, b: { order: number; id: string }): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}
