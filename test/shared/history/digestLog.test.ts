import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { RECORD_ROOTS, rootOf } from "../../../shared/document/layout.ts";
import { type DigestedLog, digestLog, type LogRow } from "../../../shared/history/digestLog.ts";
import { type Entry, entriesOf } from "../../../shared/history/entriesOf.ts";
import { FlatState, type StoredState } from "../../../shared/history/FlatState.ts";
import {
  fromStoredSegment,
  type HistorySegment,
  toStoredSegment,
} from "../../../shared/history/HistorySegment.ts";
import { stateBefore } from "../../../shared/history/stateBefore.ts";
import { linesOf } from "../../../shared/history/words/linesOf.ts";
import { fuzzSeeds, Random } from "../../support/random.ts";
import { randomLog } from "../../support/randomLog.ts";

/** The state after some rows, straight from Yjs. */
function stateOf(rows: readonly LogRow[]): StoredState {
  const doc = new Y.Doc();
  rootOf(doc, "map");
  for (const root of RECORD_ROOTS) rootOf(doc, root);
  for (const { update } of rows) Y.applyUpdate(doc, update);
  return FlatState.of(doc).toJson();
}

interface Digests {
  readonly pieces: readonly DigestedLog[];
  readonly segments: readonly HistorySegment[];
}

/** Digests a log in pieces that end where `endsHere` says, each on top of the snapshot of the one before. */
function digestInPieces(rows: readonly LogRow[], endsHere: () => boolean): Digests {
  const pieces: DigestedLog[] = [];
  let base: readonly LogRow[] = [];
  let piece: LogRow[] = [];
  for (const [index, row] of rows.entries()) {
    piece.push(row);
    if (index < rows.length - 1 && !endsHere()) continue;
    const digested = digestLog({ base, rows: piece });
    pieces.push(digested);
    base = [{ ref: row.ref, person: 0, at: 0, update: digested.snapshot }];
    piece = [];
  }
  const segments = pieces.flatMap((each) => each.segments.map(stored));
  return { pieces, segments };
}

/** A segment after it was stored and read. */
function stored(segment: HistorySegment): HistorySegment {
  const read = fromStoredSegment(JSON.parse(JSON.stringify(toStoredSegment(segment))));
  return { person: segment.person, minute: segment.minute, at: segment.at, ...read };
}

function inWords(entries: readonly Entry[]) {
  return entries.map((entry) => ({
    moment: entry.moment,
    person: entry.person,
    lines: linesOf(entry).map(({ parts }) =>
      parts.map((part) => (typeof part === "string" ? part : part.name)).join(""),
    ),
  }));
}

describe("a log that becomes history", () => {
  it.each(fuzzSeeds([1, 2, 3], 3))(
    "tells the state at every moment, wherever it was cut (seed %i)",
    (seed) => {
      const random = new Random(seed);
      const rows = randomLog(random, 150);
      const { pieces, segments } = digestInPieces(rows, () => random.chance(0.05));
      const checkpoints = pieces.flatMap((piece) => piece.checkpoints);
      for (const [index, { ref: moment }] of rows.entries()) {
        const truth = stateOf(rows.slice(0, index + 1));
        const later = checkpoints.find(({ ref }) => ref >= moment);
        if (!later) throw new Error(`nothing tells of moment ${moment}`);
        const back = stateBefore(
          { state: FlatState.fromJson(later.state), ref: later.ref },
          segments,
          moment,
        );
        expect(back.toJson()).toEqual(truth);
        const earlier = checkpoints.findLast(({ ref }) => ref <= moment);
        const forward = FlatState.fromJson(earlier?.state ?? {});
        const changes = segments
          .flatMap((segment) => segment.changes)
          .filter(({ ref }) => ref > (earlier?.ref ?? 0) && ref <= moment);
        for (const change of changes.sort((one, other) => one.ref - other.ref)) forward.apply(change);
        expect(forward.toJson()).toEqual(truth);
      }
      expect(
        stateOf([{ ref: 1, person: 0, at: 0, update: pieces.at(-1)?.snapshot ?? new Uint8Array() }]),
      ).toEqual(stateOf(rows));
    },
  );

  it.each(fuzzSeeds([4], 3))(
    "has the same entries in the same words, wherever it was cut (seed %i)",
    (seed) => {
      const random = new Random(seed);
      const rows = randomLog(random, 150);
      const whole = entriesOf(digestLog({ base: [], rows }).segments);
      const cut = entriesOf(digestInPieces(rows, () => random.chance(0.1)).segments);
      expect(inWords(cut)).toEqual(inWords(whole));
      expect(whole.length).toBeGreaterThan(5);
    },
  );
});
