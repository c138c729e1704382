import type { LogRow } from "../../shared/history/digestLog.ts";
import { SERVER_PERSON } from "../../shared/history/HistorySegment.ts";
import {
  type AppendedRows,
  type DocStore,
  type LogEntry,
  mapIdOf,
  newestOf,
  type RowRef,
  type StoredDocument,
} from "./DocStore.ts";
import { MemoryPeople } from "./history/MemoryPeople.ts";
import { StoreError } from "./StoreError.ts";

/** A log in memory. */
export interface MemoryLog {
  lastRef: RowRef;
  rows: LogRow[];
  /** Rows up to this one became history. */
  digestedRef: RowRef;
}

/** Keeps documents for as long as the process lives: for tests and demonstrations. */
export class MemoryDocStore implements DocStore {
  /** Everybody who wrote. */
  readonly people = new MemoryPeople();
  readonly #logs = new Map<string, MemoryLog>();
  #isClosed = false;

  async append(docId: string, entries: readonly LogEntry[]): Promise<readonly RowRef[]> {
    this.#checkOpen();
    const log = this.#logs.get(docId) ?? { lastRef: 0, rows: [], digestedRef: 0 };
    if (entries.length > 0) this.#logs.set(docId, log);
    const rows = entries.map(({ update, author, at }, index) => ({
      update: update.slice(),
      person: this.people.idOf(mapIdOf(docId), author),
      at,
      ref: log.lastRef + 1 + index,
    }));
    log.lastRef += rows.length;
    for (const row of rows) log.rows.push(row);
    return rows.map(({ ref }) => ref);
  }

  async load(docId: string): Promise<StoredDocument | null> {
    this.#checkOpen();
    const log = this.#logs.get(docId);
    if (!log) return null;
    const { rows, digestedRef } = log;
    return {
      updates: rows.map((row) => row.update.slice()),
      refs: rows.map((row) => row.ref),
      digested: { ref: digestedRef, nextAt: rows.find(({ ref }) => ref > digestedRef)?.at ?? null },
    };
  }

  async loadAfter(docId: string, after: RowRef): Promise<AppendedRows | null> {
    this.#checkOpen();
    const log = this.#logs.get(docId);
    if (!log) return null;
    const rows = log.rows.filter(({ ref }) => ref > after);
    return { updates: rows.map((row) => row.update.slice()), refs: rows.map((row) => row.ref) };
  }

  async newestRefs(docIds: readonly string[]): Promise<ReadonlyMap<string, RowRef>> {
    this.#checkOpen();
    return new Map(
      docIds.flatMap((docId) => {
        const log = this.#logs.get(docId);
        return log ? [[docId, log.lastRef] as const] : [];
      }),
    );
  }

  async compact(docId: string, snapshot: Uint8Array, refs: readonly RowRef[]): Promise<void> {
    this.replace(docId, snapshot, refs);
  }

  /** Does what `compact` does, at once. */
  replace(docId: string, snapshot: Uint8Array, refs: readonly RowRef[]): void {
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
        return [{ update: snapshot.slice(), person: SERVER_PERSON, at: row.at, ref: last }];
      return replaced.has(row.ref) ? [] : [row];
    });
  }

  /** The log of a document as it stands, to be read and marked by the history of the same store. */
  logOf(docId: string): MemoryLog | undefined {
    this.#checkOpen();
    return this.#logs.get(docId);
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
