import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkpointsToDrop,
  type SizedCheckpoint,
  segmentsFloor,
} from "../../../server/storage/history/keptHistory.ts";
import { CHECKPOINT_KINDS } from "../../../shared/history/HistoryAnswer.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";

const dayMs = 24 * 60 * 60 * 1000;
const now = 2_000 * dayMs + dayMs / 2;

/** Made so many days ago; the ids say how many. */
function made(days: number, some: Partial<SizedCheckpoint> = {}): SizedCheckpoint {
  return {
    id: String(days),
    ref: Math.round(100_000 - days * 100),
    at: now - days * dayMs,
    kind: "automatic",
    bytes: 1,
    ...some,
  };
}

function kept(checkpoints: readonly SizedCheckpoint[]): readonly string[] {
  const dropped = new Set(checkpointsToDrop(checkpoints, now));
  return checkpoints.filter(({ id }) => !dropped.has(id)).map(({ id }) => id);
}

describe("checkpoints", () => {
  it("of the last day are all kept, then one a day, one a week, and none after a year", () => {
    const list = [0.1, 0.2, 0.9, 1.6, 1.7, 2.7, 30, 31.1, 32, 33, 60, 365, 367].map((days) => made(days));
    expect(kept(list)).toEqual(["0.1", "0.2", "0.9", "1.6", "2.7", "30", "31.1", "60", "365"]);
  });

  it("that are named, and the first, are never thinned out, and count for nothing", () => {
    const named = Array.from({ length: 300 }, (_, index) =>
      made(400 + index, { kind: "named", bytes: LIMITS.automaticCheckpointBytes }),
    );
    const list = [made(0.1), made(0.2), made(800, { kind: "start" }), ...named];
    expect(kept(list)).toHaveLength(list.length);
  });

  it("are at most so many and so large; the newest stays whatever it is", () => {
    const many = Array.from({ length: 300 }, (_, index) => made(index / 1000));
    expect(kept(many)).toEqual(many.slice(0, LIMITS.automaticCheckpoints).map(({ id }) => id));
    const half = LIMITS.automaticCheckpointBytes / 2;
    expect(kept([made(0.1, { bytes: half }), made(0.2, { bytes: half }), made(0.3)])).toEqual(["0.1", "0.2"]);
    expect(kept([made(500, { bytes: 3 * half })])).toEqual(["500"]);
  });

  it("are thinned out the same whether it is done often or once", () => {
    const checkpoint = fc.record({
      days: fc.double({ min: 0, max: 500, noNaN: true }),
      kind: fc.constantFrom(...CHECKPOINT_KINDS),
    });
    fc.assert(
      fc.property(fc.array(checkpoint, { maxLength: 60 }), (list) => {
        const all = list.map(({ days, kind }, index) => ({
          ...made(days, { kind }),
          id: String(index),
          ref: index,
        }));
        const once = kept(all);
        expect(kept(all.filter(({ id }) => once.includes(id)))).toEqual(once);
        expect(once.length === 0).toBe(all.length === 0);
        if (all.length > 0) expect(once).toContain(String(all.length - 1));
      }),
    );
  });
});

describe("segments", () => {
  const of = (bytes: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ lastRef: index + 1, bytes }));

  it("go from the oldest on, where they are too many or too large", () => {
    expect(segmentsFloor([])).toBe(0);
    expect(segmentsFloor(of(1, LIMITS.historySegments))).toBe(0);
    expect(segmentsFloor(of(1, LIMITS.historySegments + 5))).toBe(5);
    expect(segmentsFloor(of(LIMITS.historyBytes / 4, 4))).toBe(0);
    expect(segmentsFloor(of(LIMITS.historyBytes / 4, 7))).toBe(3);
    expect(segmentsFloor(of(LIMITS.historyBytes + 1, 2))).toBe(2);
  });
});
