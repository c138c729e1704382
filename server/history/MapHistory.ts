import { SERVER_PERSON } from "../../shared/history/HistorySegment.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { newPublicId } from "../access/tokens.ts";
import type { EntryPage, PackedDigest } from "../jobs/history.ts";
import { JobError, type MapJobs } from "../jobs/MapJobs.ts";
import type { Author } from "../storage/Author.ts";
import { newestOf, type RowRef } from "../storage/DocStore.ts";
import type { CheckpointRow, HistoryStore, Person } from "../storage/history/HistoryStore.ts";
import { type PackedLog, undigestedRows } from "../storage/history/PackedLog.ts";

/** Rows of one digest: writing it holds up nobody else’s commit for longer than a disk does now and then. */
const rowsPerDigest = 2_500;
/** From so many rows on, the log is digested before a page of history is put together from it. */
const rowsToDigestFirst = 2_000;

/** What the checkpoint that a map began with is called, also while it is not stored yet. */
const startId = "start";

/** The work on whole maps that is not done in the thread that answers people. */
export type HistoryJobs = Pick<MapJobs, "digest" | "historyEntries" | "mapFileAt">;

/** A page of a map's history; people are still numbers. */
export interface HistoryPage extends EntryPage {
  /** Those of the time that the page covers, the newest first. */
  readonly checkpoints: readonly CheckpointRow[];
  readonly people: readonly Person[];
}

/** A map as it stood, or why it cannot be told. */
export type MapAtMoment =
  | { readonly kind: "map"; readonly file: string }
  | { readonly kind: "unknown" }
  | { readonly kind: "lost" };

/**
 * The history of maps. Logs become history in the jobs' thread, one digest of a map at a time; what is not digested yet is
 * told from the log itself. Calls reject with `StoreError`, `JobError` or `TooManyJobs`, and nothing is changed then.
 */
export class MapHistory {
  readonly #store: HistoryStore;
  readonly #jobs: HistoryJobs;
  readonly #digesting = new Map<string, Promise<RowRef>>();

  constructor(store: HistoryStore, jobs: HistoryJobs) {
    this.#store = store;
    this.#jobs = jobs;
  }

  /** Makes history of everything in a map's log, and leaves one row of it. Answers with the last row that was digested. */
  digest(mapId: string): Promise<RowRef> {
    const running = this.#digesting.get(mapId) ?? this.#digestAll(mapId);
    this.#digesting.set(mapId, running);
    const forget = () => {
      if (this.#digesting.get(mapId) === running) this.#digesting.delete(mapId);
    };
    running.then(forget, forget);
    return running;
  }

  /** @param before the first moment that is left out. */
  async readPage(mapId: string, before: RowRef, limit: number): Promise<HistoryPage> {
    let stored = await this.#store.readPage(mapId, before, limit + 1);
    if (stored.log && undigestedRows(stored.log) >= rowsToDigestFirst) {
      await this.digest(mapId);
      stored = await this.#store.readPage(mapId, before, limit + 1);
    }
    const { segments, log, people } = stored;
    const { entries, next } =
      segments.length === 0 && !log
        ? { entries: [], next: null }
        : await this.#jobs.historyEntries(segments, log, before, limit);
    const checkpoints = [...stored.checkpoints, ...startOf(log)]
      .filter(({ ref }) => ref < before && ref >= (next ?? 0))
      .map((each) => (each.kind === "start" ? { ...each, id: startId } : each));
    return { entries, next, checkpoints, people };
  }

  async mapFileAt(mapId: string, moment: RowRef): Promise<MapAtMoment> {
    const stored = await this.#store.readMoment(mapId, moment);
    if (stored.kind === "unknown" || stored.kind === "lost") return { kind: stored.kind };
    return { kind: "map", file: await this.#jobs.mapFileAt(stored, moment) };
  }

  /** Keeps the state of now under a name; `null` where so many are kept already. */
  async nameCheckpoint(
    mapId: string,
    name: string,
    by: Author,
  ): Promise<{ readonly row: CheckpointRow; readonly person: Person } | null> {
    await this.#digesting.get(mapId)?.catch(() => {});
    await this.digest(mapId);
    const checkpoint = { id: newPublicId(), name, by, at: Date.now() };
    return this.#store.nameCheckpoint(mapId, checkpoint, LIMITS.namedCheckpoints);
  }

  renameCheckpoint(mapId: string, id: string, name: string): Promise<boolean> {
    return this.#store.renameCheckpoint(mapId, id, name);
  }

  removeCheckpoint(mapId: string, id: string): Promise<boolean> {
    return this.#store.removeCheckpoint(mapId, id);
  }

  /** Takes a name from everybody of a map who bore it. @param organisation `null`: whatever it was. */
  erase(mapId: string, name: string, organisation: string | null): Promise<number> {
    return this.#store.erase(mapId, name, organisation);
  }

  /** Everything of a map is gone; its documents must be gone before. */
  async remove(mapId: string): Promise<void> {
    await this.#digesting.get(mapId)?.catch(() => {});
    await this.#store.remove(mapId);
  }

  async #digestAll(mapId: string): Promise<RowRef> {
    for (;;) {
      const log = await this.#store.readLog(mapId, rowsPerDigest);
      const rows = log ? undigestedRows(log) : 0;
      if (!log || rows === 0) return log?.digestedRef ?? 0;
      const { tellsChanges, digest } = await this.#digestOnce(log);
      const refs = [...log.refs.subarray(0, log.refs.length - rows + digest.rowCount)];
      const last = newestOf(refs);
      const start = digest.checkpoints.find(({ kind }) => kind === "start")?.ref ?? 0;
      await this.#store.commitDigest(mapId, {
        refs,
        snapshot: digest.snapshot,
        segments: digest.segments,
        checkpoints: digest.checkpoints.map((made) => ({ ...made, id: newPublicId() })),
        floor: tellsChanges ? start : last,
        now: Date.now(),
      });
      if (digest.rowCount === rows && rows < rowsPerDigest) return last;
    }
  }

  /** Whatever somebody has written: where its changes cannot be told, the log is kept short all the same. */
  async #digestOnce(
    log: PackedLog,
  ): Promise<{ readonly tellsChanges: boolean; readonly digest: PackedDigest }> {
    try {
      return { tellsChanges: true, digest: await this.#jobs.digest(log, true) };
    } catch (error) {
      if (!(error instanceof JobError)) throw error;
      return { tellsChanges: false, digest: await this.#jobs.digest(log, false) };
    }
  }
}

/** Where the history of a map begins whose log was never digested: what the server made it of. */
function startOf(log: PackedLog | null): readonly CheckpointRow[] {
  if (!log || log.digestedRef > 0 || log.people[0] !== SERVER_PERSON) return [];
  const [ref = 0] = log.refs;
  const [at = 0] = log.ats;
  return [{ id: startId, ref, at, kind: "start", name: null, person: SERVER_PERSON }];
}
