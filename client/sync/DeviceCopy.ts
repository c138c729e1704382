import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import type { Place } from "./ConnectionState.ts";
import {
  type CopyId,
  countKey,
  databaseOf,
  deleteCopy,
  OWN_STORE,
  readCounts,
  sumOf,
  UPDATES_STORE,
} from "./copyDatabase.ts";
import type { LocalCopy } from "./LocalCopy.ts";

/** A disk that says nothing for so long is not trusted to have kept anything. */
const patienceMs = 2_000;
const longestOpeningMs = 5_000;
const retryMs = 10_000;

/**
 * Reads a map's copy on this device into the document and keeps both alike from then on.
 * @throws where the browser refuses to keep anything, or does not answer within five seconds.
 */
export async function openDeviceCopy(doc: Y.Doc, which: CopyId): Promise<LocalCopy> {
  const persistence = new IndexeddbPersistence(databaseOf(which), doc);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("The device does not answer.")), longestOpeningMs);
  });
  try {
    const db = await Promise.race([persistence._db, isLate]);
    await Promise.race([persistence.whenSynced, isLate]);
    return new DeviceCopy(persistence, db, doc, which, await readCounts(db));
  } catch (error) {
    persistence.destroy().catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A copy over y-indexeddb. That writes the updates and tells nobody how it went; so behind them this writes the number of unconfirmed
 * edits, in a transaction that begins when theirs has ended, and hears of every transaction that fails. A copy that has missed an
 * update is written whole before it counts as kept again.
 */
class DeviceCopy implements LocalCopy {
  readonly inherited: number;
  readonly #persistence: IndexeddbPersistence;
  readonly #db: IDBDatabase;
  readonly #doc: Y.Doc;
  readonly #which: CopyId;
  /** The counts of other tabs, as they were when the copy was opened; none once the server has what they stand for. */
  #inheritedCounts: ReadonlyMap<string, number>;
  #isInheritedConfirmed = false;
  #listeners: (() => void)[] = [];
  #edits = 0;
  /** How often something was to be written, and how far that is done. */
  #wanted = 0;
  #written = 0;
  /** How often an update was missed, and how far that is mended. */
  #gaps = 0;
  #mendedGaps = 0;
  #isBusy = false;
  #isLate = false;
  #isClosed = false;
  #lateTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    persistence: IndexeddbPersistence,
    db: IDBDatabase,
    doc: Y.Doc,
    which: CopyId,
    counts: ReadonlyMap<string, number>,
  ) {
    this.#persistence = persistence;
    this.#db = db;
    this.#doc = doc;
    this.#which = which;
    this.#inheritedCounts = counts;
    this.inherited = sumOf(counts);
    db.addEventListener("abort", () => this.#missed());
    // Another tab forgets this map, or the browser takes the database away.
    db.addEventListener("versionchange", () => void this.#stop());
    db.addEventListener("close", () => void this.#stop());
  }

  get place(): Place {
    return this.#isClosed || this.#isLate || this.#gaps > this.#mendedGaps ? "tab" : "device";
  }

  get isWriting(): boolean {
    return this.#wanted > this.#written;
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  keepCount(edits: number): void {
    if (edits === this.#edits) return;
    this.#edits = edits;
    this.#writeSoon();
  }

  inheritedIsConfirmed(): void {
    if (this.#isInheritedConfirmed || this.#inheritedCounts.size === 0) return;
    this.#isInheritedConfirmed = true;
    this.#writeSoon();
  }

  async close(): Promise<void> {
    this.#listeners = [];
    await this.#stop();
  }

  async remove(): Promise<void> {
    await this.close();
    await deleteCopy(this.#which);
  }

  #writeSoon(): void {
    if (this.#isClosed) return;
    this.#wanted += 1;
    this.#lateTimer ??= setTimeout(() => {
      this.#isLate = true;
      this.#tell();
    }, patienceMs);
    // The update that this is about is handed to the database only when all who listen to the document have heard of it.
    queueMicrotask(() => this.#write());
  }

  #write(): void {
    if (this.#isBusy || this.#isClosed || this.#wanted === this.#written) return;
    const done = { upTo: this.#wanted, gaps: this.#gaps, isSettled: this.#isInheritedConfirmed };
    try {
      const transaction = this.#db.transaction([UPDATES_STORE, OWN_STORE], "readwrite");
      transaction.addEventListener("complete", () => this.#wrote(done));
      if (done.gaps > this.#mendedGaps)
        transaction.objectStore(UPDATES_STORE).add(Y.encodeStateAsUpdate(this.#doc));
      this.#writeCounts(transaction.objectStore(OWN_STORE));
      this.#isBusy = true;
    } catch {
      this.#missed();
    }
  }

  #writeCounts(store: IDBObjectStore): void {
    const key = countKey(this.#doc.clientID);
    if (this.#edits > 0) store.put(this.#edits, key);
    else store.delete(key);
    if (!this.#isInheritedConfirmed) return;
    for (const [otherKey, confirmed] of this.#inheritedCounts) {
      const asked = store.get(otherKey);
      // A tab that is still open may have counted on.
      asked.onsuccess = () => {
        const rest = Number(asked.result ?? 0) - confirmed;
        if (rest > 0) store.put(rest, otherKey);
        else store.delete(otherKey);
      };
    }
  }

  #wrote({ upTo, gaps, isSettled }: { upTo: number; gaps: number; isSettled: boolean }): void {
    this.#isBusy = false;
    if (isSettled) this.#inheritedCounts = new Map();
    this.#written = upTo;
    this.#mendedGaps = gaps;
    clearTimeout(this.#lateTimer);
    this.#lateTimer = undefined;
    this.#isLate = false;
    this.#tell();
    this.#write();
  }

  #missed(): void {
    this.#isBusy = false;
    this.#gaps += 1;
    this.#tell();
    if (this.#isClosed) return;
    this.#retryTimer ??= setTimeout(() => {
      this.#retryTimer = undefined;
      this.#writeSoon();
    }, retryMs);
  }

  async #stop(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#lateTimer);
    clearTimeout(this.#retryTimer);
    this.#tell();
    await this.#persistence.destroy();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
