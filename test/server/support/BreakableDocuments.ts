import type {
  AppendedRows,
  DocStore,
  LogEntry,
  RowRef,
  StoredDocument,
} from "../../../server/storage/DocStore.ts";
import type { HistoryStore } from "../../../server/storage/history/HistoryStore.ts";
import { MemoryHistoryStore } from "../../../server/storage/history/MemoryHistoryStore.ts";
import { MemoryDocStore } from "../../../server/storage/MemoryDocStore.ts";
import { StoreError } from "../../../server/storage/StoreError.ts";

/** A store that a test can break and mend: like a disk that is full, or a folder that has become read-only. */
export class BreakableDocuments implements DocStore {
  readonly #inner = new MemoryDocStore();
  /** What becomes of these documents; it does not break. */
  readonly history: HistoryStore = new MemoryHistoryStore(this.#inner);
  canAppend = true;
  canLoad = true;
  loads = 0;
  refusals = 0;
  /** While set, loads wait for it. */
  gate: Promise<void> = Promise.resolve();

  async append(docId: string, entries: readonly LogEntry[]): Promise<readonly RowRef[]> {
    if (this.canAppend) return this.#inner.append(docId, entries);
    this.refusals += 1;
    throw new StoreError("The disk is full.");
  }

  async load(docId: string): Promise<StoredDocument | null> {
    this.loads += 1;
    await this.gate;
    if (!this.canLoad) throw new StoreError("The disk cannot be read.");
    return this.#inner.load(docId);
  }

  loadAfter(docId: string, ref: RowRef): Promise<AppendedRows | null> {
    return this.#inner.loadAfter(docId, ref);
  }

  newestRefs(docIds: readonly string[]): Promise<ReadonlyMap<string, RowRef>> {
    return this.#inner.newestRefs(docIds);
  }

  async compact(docId: string, snapshot: Uint8Array, refs: readonly RowRef[]): Promise<void> {
    return this.#inner.compact(docId, snapshot, refs);
  }

  remove(docId: string): Promise<void> {
    return this.#inner.remove(docId);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }
}
