import { minuteOf } from "../../../shared/history/SegmentBuilder.ts";
import { newestOf, type RowRef } from "../DocStore.ts";
import type { MemoryDocStore } from "../MemoryDocStore.ts";
import type {
  CheckpointRow,
  Digest,
  HistoryStore,
  Person,
  SegmentRow,
  StoredMoment,
  StoredPage,
} from "./HistoryStore.ts";
import { checkpointsToDrop, segmentsFloor } from "./keptHistory.ts";
import { type PackedLog, packLog } from "./PackedLog.ts";

interface KeptCheckpoint extends CheckpointRow {
  readonly state: Uint8Array;
}

interface MapHistory {
  /** In order of their last rows. */
  segments: readonly SegmentRow[];
  /** In order of their rows. */
  checkpoints: readonly KeptCheckpoint[];
  floor: RowRef;
}

/** Keeps the history of maps for as long as the process lives. */
export class MemoryHistoryStore implements HistoryStore {
  readonly #documents: MemoryDocStore;
  readonly #maps = new Map<string, MapHistory>();

  constructor(documents: MemoryDocStore) {
    this.#documents = documents;
  }

  async readLog(mapId: string, mostRows: number): Promise<PackedLog | null> {
    const log = this.#documents.logOf(mapId);
    if (!log) return null;
    const base = log.rows.filter(({ ref }) => ref <= log.digestedRef);
    return packLog(log.rows.slice(0, base.length + mostRows), log.digestedRef);
  }

  async commitDigest(mapId: string, digest: Digest): Promise<void> {
    const { snapshot, refs, now } = digest;
    this.#documents.replace(mapId, snapshot, refs);
    const log = this.#documents.logOf(mapId);
    if (log) log.digestedRef = newestOf(refs);
    const history = this.#historyOf(mapId);
    const made = digest.checkpoints.map((checkpoint) => ({ ...checkpoint, name: null, person: 0 }));
    history.segments = [...history.segments, ...digest.segments].sort((a, b) => a.lastRef - b.lastRef);
    history.checkpoints = [...history.checkpoints, ...made].sort((a, b) => a.ref - b.ref);
    const floor = segmentsFloor(
      history.segments.map(({ lastRef, data }) => ({ lastRef, bytes: data.byteLength })),
    );
    history.segments = history.segments.filter(({ lastRef }) => lastRef > floor);
    history.floor = Math.max(history.floor, digest.floor, floor);
    const sized = history.checkpoints.map((each) => ({ ...each, bytes: each.state.byteLength }));
    const dropped = new Set(checkpointsToDrop(sized, now));
    history.checkpoints = history.checkpoints.filter(({ id }) => !dropped.has(id));
    const kept = new Set([...history.segments, ...history.checkpoints].map(({ person }) => person));
    for (const docId of [mapId, `${mapId}/talk`])
      for (const { person } of this.#documents.logOf(docId)?.rows ?? []) kept.add(person);
    this.#documents.people.keep(mapId, (id) => kept.has(id));
  }

  async readPage(mapId: string, before: RowRef, entries: number): Promise<StoredPage> {
    const { segments, checkpoints } = this.#historyOf(mapId);
    const log = this.#documents.logOf(mapId);
    const undigested = log?.rows.filter(({ ref }) => ref > log.digestedRef) ?? [];
    const nextMinute = undigested.reduce((least, { at }) => Math.min(least, minuteOf(at)), Infinity);
    const momentByEntry = new Map<string, number>();
    for (const segment of segments) momentByEntry.set(entryOf(segment), segment.lastRef);
    const newest = [...momentByEntry]
      .filter(([, moment]) => moment < before)
      .sort(([, one], [, other]) => other - one)
      .slice(0, entries);
    const wanted = new Set(newest.map(([entry]) => entry));
    const chosen = segments.filter((segment) => wanted.has(entryOf(segment)) || segment.minute >= nextMinute);
    const isLogNeeded =
      log !== undefined &&
      undigested[0] !== undefined &&
      (before > undigested[0].ref || chosen.some(({ minute }) => minute >= nextMinute));
    const rows = isLogNeeded ? log.rows : [];
    const ids = new Set([...chosen, ...checkpoints, ...rows].map(({ person }) => person));
    return {
      segments: chosen,
      checkpoints: [...checkpoints].reverse().map(withoutState),
      log: isLogNeeded ? packLog(rows, log.digestedRef) : null,
      people: this.#documents.people.find(mapId, ids),
    };
  }

  async readMoment(mapId: string, moment: RowRef): Promise<StoredMoment> {
    const { segments, checkpoints, floor } = this.#historyOf(mapId);
    const log = this.#documents.logOf(mapId);
    if (!log || moment < 1 || moment > log.lastRef) return { kind: "unknown" };
    const exact = checkpoints.find(({ ref }) => ref === moment);
    if (exact) return { kind: "state", state: exact.state };
    if (moment > log.digestedRef) {
      const isThere = (log.rows[0]?.ref ?? 0) <= moment;
      return isThere ? { kind: "log", log: packLog(log.rows, log.digestedRef) } : { kind: "lost" };
    }
    const later = checkpoints.find(({ ref }) => ref > moment);
    if (!later || moment < floor) return { kind: "lost" };
    const between = segments.filter(({ firstRef, lastRef }) => lastRef > moment && firstRef <= later.ref);
    return { kind: "changes", ref: later.ref, state: later.state, segments: between };
  }

  async nameCheckpoint(
    mapId: string,
    { id, name, by, at }: Parameters<HistoryStore["nameCheckpoint"]>[1],
    mostNamed: number,
  ): Promise<{ readonly row: CheckpointRow; readonly person: Person } | null> {
    const history = this.#historyOf(mapId);
    const newest = history.checkpoints.at(-1);
    const named = history.checkpoints.filter(({ kind }) => kind === "named");
    if (!newest || named.length >= mostNamed) return null;
    const { people } = this.#documents;
    const person = people.idOf(mapId, by);
    const row: KeptCheckpoint = {
      id,
      ref: newest.ref,
      at,
      kind: "named",
      name,
      person,
      state: newest.state,
    };
    const isReplaced = newest.kind === "automatic";
    history.checkpoints = [...history.checkpoints.slice(0, isReplaced ? -1 : undefined), row];
    return { row: withoutState(row), person: { ...by, id: person } };
  }

  async renameCheckpoint(mapId: string, id: string, name: string): Promise<boolean> {
    const history = this.#historyOf(mapId);
    const isThere = history.checkpoints.some((each) => each.id === id && each.kind === "named");
    history.checkpoints = history.checkpoints.map((each) =>
      each.id === id && each.kind === "named" ? { ...each, name } : each,
    );
    return isThere;
  }

  async removeCheckpoint(mapId: string, id: string): Promise<boolean> {
    const history = this.#historyOf(mapId);
    const removed = history.checkpoints.find((each) => each.id === id && each.kind === "named");
    if (!removed) return false;
    const others = history.checkpoints.filter((each) => each !== removed);
    const isNeeded = removed.ref === this.#documents.logOf(mapId)?.digestedRef;
    history.checkpoints =
      isNeeded && !others.some(({ ref }) => ref === removed.ref)
        ? [...others, { ...removed, kind: "automatic", name: null, person: 0 }]
        : others;
    return true;
  }

  async erase(mapId: string, name: string, organisation: string | null): Promise<number> {
    return this.#documents.people.erase(mapId, name, organisation);
  }

  async remove(mapId: string): Promise<void> {
    this.#maps.delete(mapId);
    this.#documents.people.keep(mapId, () => false);
  }

  /** Bytes that are kept of a map's history. */
  bytesOf(mapId: string): number {
    const { segments = [], checkpoints = [] } = this.#maps.get(mapId) ?? {};
    const kept = [...segments.map(({ data }) => data), ...checkpoints.map(({ state }) => state)];
    return kept.reduce((bytes, { byteLength }) => bytes + byteLength, 0);
  }

  #historyOf(mapId: string): MapHistory {
    const known = this.#maps.get(mapId) ?? { segments: [], checkpoints: [], floor: 0 };
    if (this.#documents.logOf(mapId)) this.#maps.set(mapId, known);
    return known;
  }
}

function entryOf({ person, minute }: SegmentRow): string {
  return `${person}/${minute}`;
}

function withoutState({ id, ref, at, kind, name, person }: KeptCheckpoint): CheckpointRow {
  return { id, ref, at, kind, name, person };
}
