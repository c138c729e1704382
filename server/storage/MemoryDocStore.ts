import { SERVER_AUTHOR } from "./Author.ts";
import { type DocStore, type LogEntry, newestOf, type RowRef, type StoredDocument } from "./DocStore.ts";
import { StoreError } from "./StoreError.ts";

interface Row extends LogEntry {
  readonly ref: RowRef;
}

interface Log {
  lastRef: RowRef;
  rows: Row[];
}

/** Keeps documents for as long as the process lives: for tests and demonstrations. */
export class MemoryDocStore implements DocStore {
  readonly #logs = new Map<string, Log>();
  #isClosed = false;

  async append(docId: string, entries: readonly LogEntry[]): Promise<readonly RowRef[]> {
    this.#checkOpen();
    const log = this.#logs.get(docId) ?? { lastRef: 0, rows: [] };
    if (entries.length > 0) this.#logs.set(docId, log);
    return entries.map((entry) => {
      log.lastRef += 1;
      log.rows.push({ ...entry, update: entry.update.slice(), ref: log.lastRef });
      return log.lastRef;
    });
  }

  async load(docId: string): Promise<StoredDocument | null> {
    this.#checkOpen();
    const log = this.#logs.get(docId);
    if (!log) return null;
    return { updates: log.rows.map((row) => row.update.slice()), refs: log.rows.map((row) => row.ref) };
  }

  async compact(docId: string, snapshot: Uint8Array, refs: readonly RowRef[]): Promise<void> {
    this.#checkOpen();
    const log = this.#logs.get(docId);
    const replaced = new Set(refs);
    const last = newestOf(refs);
    if (
      !log ||
      replaced.size === 0 ||
      log.rows.filter((row) => replaced.has(row.ref)).length !== replaced.size
    ) {
      throw new StoreError("The rows to compact are not there any more.");
    }
    log.rows = log.rows.flatMap((row) => {
      if (row.ref === last)
        return [{ update: snapshot.slice(), author: SERVER_AUTHOR, at: row.at, ref: last }];
      return replaced.has(row.ref) ? [] : [row];
    });
  }

  async remove(docId: string): Promise<void> {
    this.#checkOpen();
    this.#logs.delete(docId);
  }

  /** Bytes that are kept of a map's documents. */
  bytesOf(mapId: string): number {
    let bytes = 0;
    for (const [docId, { rows }] of this.#logs) {
      if (docId.startsWith(mapId)) for (const { update } of rows) bytes += update.byteLength;
    }
    return bytes;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
  }

  #checkOpen(): void {
    if (this.#isClosed) throw new StoreError("The store is closed.");
  }
}
