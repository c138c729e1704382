import { migrateDocument } from "../../shared/document/migrate.ts";
import { readSnapshot } from "../../shared/document/snapshot.ts";
import { digestLog } from "../../shared/history/digestLog.ts";
import { entriesOf } from "../../shared/history/entriesOf.ts";
import { documentOf, FlatState, type StoredState } from "../../shared/history/FlatState.ts";
import type { CheckpointKind, HistoryLine } from "../../shared/history/HistoryAnswer.ts";
import {
  fromStoredSegment,
  type HistorySegment,
  type PersonId,
  refsOf,
  type StoredSegment,
  toStoredSegment,
} from "../../shared/history/HistorySegment.ts";
import { stateBefore } from "../../shared/history/stateBefore.ts";
import { linesOf } from "../../shared/history/words/linesOf.ts";
import { writeMapFile } from "../../shared/model/writeMapFile.ts";
import type { SegmentRow, StoredMoment } from "../storage/history/HistoryStore.ts";
import { type PackedLog, unpackLog } from "../storage/history/PackedLog.ts";
import { packJson, unpackJson } from "./packJson.ts";

/** Changes of one digest, in characters: what a thread holds at once, and one transaction writes. */
const mostCharacters = 16 * 1024 * 1024;

/** What comes of a log, ready to be stored. */
export interface PackedDigest {
  readonly rowCount: number;
  readonly snapshot: Uint8Array;
  readonly segments: readonly SegmentRow[];
  readonly checkpoints: readonly {
    readonly ref: number;
    readonly at: number;
    readonly kind: CheckpointKind;
    readonly state: Uint8Array;
  }[];
}

/** A page of entries in words, the newest first. */
export interface EntryPage {
  readonly entries: readonly {
    readonly moment: number;
    readonly at: number;
    readonly person: PersonId;
    readonly lines: readonly HistoryLine[];
  }[];
  /** `null`: there are no more. */
  readonly next: number | null;
}

/**
 * Makes history of a map's log.
 * @param tellsChanges without, only the states are kept: for a log whose changes cannot be told.
 */
export function digest(log: PackedLog, tellsChanges: boolean): PackedDigest {
  const { rowCount, snapshot, segments, checkpoints } = digestLog(unpackLog(log), {
    mostCharacters,
    tellsChanges,
  });
  return {
    rowCount,
    snapshot,
    segments: segments.map(packSegment),
    checkpoints: checkpoints.map((made) => ({ ...made, state: packJson(made.state) })),
  };
}

/**
 * What people did, in words.
 * @param segments those of the newest entries, and of all that the log may add to.
 * @param before the first moment that is left out.
 */
export function historyEntries(
  segments: readonly SegmentRow[],
  log: PackedLog | null,
  before: number,
  limit: number,
): EntryPage {
  const told = log ? digestLog(unpackLog(log)).segments : [];
  const entries = entriesOf([...segments.map(unpackSegment), ...told]).filter(
    ({ moment }) => moment < before,
  );
  const page = entries.slice(0, limit);
  return {
    entries: page.map((entry) => ({
      moment: entry.moment,
      at: entry.at,
      person: entry.person,
      lines: linesOf(entry),
    })),
    next: entries.length > limit ? (page.at(-1)?.moment ?? null) : null,
  };
}

/** The map file of a map as it stood at a moment of which something is stored. */
export function mapFileAt(
  stored: Exclude<StoredMoment, { kind: "unknown" | "lost" }>,
  moment: number,
): string {
  const doc = documentOf(stateOf(stored, moment));
  migrateDocument(doc);
  return writeMapFile(readSnapshot(doc).map);
}

function stateOf(stored: Parameters<typeof mapFileAt>[0], moment: number): FlatState {
  if (stored.kind === "log") {
    const { checkpoints } = digestLog(unpackLog(stored.log, moment), { tellsChanges: false });
    return FlatState.fromJson(checkpoints.at(-1)?.state ?? {});
  }
  const state = FlatState.fromJson(unpackJson(stored.state) as StoredState);
  if (stored.kind === "state") return state;
  return stateBefore({ state, ref: stored.ref }, stored.segments.map(unpackSegment), moment);
}

function packSegment(segment: HistorySegment): SegmentRow {
  const { person, minute, at } = segment;
  const { first, last } = refsOf(segment);
  return { person, minute, at, firstRef: first, lastRef: last, data: packJson(toStoredSegment(segment)) };
}

function unpackSegment({ person, minute, at, data }: SegmentRow): HistorySegment {
  return { person, minute, at, ...fromStoredSegment(unpackJson(data) as StoredSegment) };
}
