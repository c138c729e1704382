import type { CheckpointKind } from "../../../shared/history/HistoryAnswer.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import type { RowRef } from "../DocStore.ts";

const dayMs = 24 * 60 * 60 * 1000;

interface Sized {
  readonly bytes: number;
}

export interface SizedCheckpoint extends Sized {
  readonly id: string;
  readonly ref: RowRef;
  readonly at: number;
  readonly kind: CheckpointKind;
}

/**
 * Which checkpoints go: those that somebody named stay, so do the first and the newest. Of the others all of the last day
 * are kept, one a day for a month and one a week for a year, as far as they fit.
 */
export function checkpointsToDrop(checkpoints: readonly SizedCheckpoint[], now: number): readonly string[] {
  const newestFirst = [...checkpoints].sort((one, other) => other.ref - one.ref || other.at - one.at);
  const [newest] = newestFirst;
  const slots = new Set<string>();
  let [count, bytes] = [0, 0];
  const dropped: string[] = [];
  for (const checkpoint of newestFirst) {
    if (checkpoint.kind === "named" || checkpoint.kind === "start") continue;
    const slot = slotOf(checkpoint, now);
    count += 1;
    bytes += checkpoint.bytes;
    const fits = count <= LIMITS.automaticCheckpoints && bytes <= LIMITS.automaticCheckpointBytes;
    if (checkpoint === newest || (fits && slot !== null && !slots.has(slot))) {
      if (slot !== null) slots.add(slot);
      continue;
    }
    count -= 1;
    bytes -= checkpoint.bytes;
    dropped.push(checkpoint.id);
  }
  return dropped;
}

function slotOf({ id, at }: SizedCheckpoint, now: number): string | null {
  const days = (now - at) / dayMs;
  if (days <= 1) return id;
  if (days <= 31) return `day ${Math.floor(at / dayMs)}`;
  return days <= 366 ? `week ${Math.floor(at / (7 * dayMs))}` : null;
}

/**
 * The last row of the segments that must go so that the rest is not too much; 0 where none must. What tells of that row and
 * those before it is lost.
 * @param segments in order of their last rows.
 */
export function segmentsFloor(segments: readonly (Sized & { readonly lastRef: RowRef })[]): RowRef {
  let bytes = 0;
  for (const [count, segment] of [...segments].reverse().entries()) {
    bytes += segment.bytes;
    if (count >= LIMITS.historySegments || bytes > LIMITS.historyBytes) return segment.lastRef;
  }
  return 0;
}
