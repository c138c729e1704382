import type { Selectable } from "kysely";
import { CHECKPOINT_KINDS, type CheckpointKind } from "../../../shared/history/HistoryAnswer.ts";
import { SERVER_PERSON } from "../../../shared/history/HistorySegment.ts";
import type { CheckpointRow, SegmentRow } from "../history/HistoryStore.ts";
import { StoreError } from "../StoreError.ts";
import type { Schema } from "./schema.ts";

/** The columns of a checkpoint besides its state. */
export const CHECKPOINT_COLUMNS = ["id", "ref", "at", "kind", "name", "person"] as const;

/** A segment as a row of its table. */
export function toSegment(mapId: string, { lastRef, firstRef, person, minute, at, data }: SegmentRow) {
  return {
    map_id: mapId,
    last_ref: lastRef,
    first_ref: firstRef,
    person: person === SERVER_PERSON ? null : person,
    minute,
    at,
    bytes: data.byteLength,
    data,
  };
}

export function fromSegment(row: Selectable<Schema["history_segments"]>): SegmentRow {
  return {
    person: row.person ?? SERVER_PERSON,
    minute: row.minute,
    at: row.at,
    firstRef: row.first_ref,
    lastRef: row.last_ref,
    data: new Uint8Array(row.data),
  };
}

/** @throws StoreError where the kind is unknown. */
export function toCheckpoint(
  row: Pick<Selectable<Schema["checkpoints"]>, (typeof CHECKPOINT_COLUMNS)[number]>,
): CheckpointRow {
  const { id, ref, at, kind, name, person } = row;
  return { id, ref, at, kind: toKind(kind), name, person: person ?? SERVER_PERSON };
}

/** @throws StoreError where there is no such kind. */
export function toKind(kind: string): CheckpointKind {
  const known = CHECKPOINT_KINDS.find((each) => each === kind);
  if (!known) throw new StoreError(`There is a checkpoint of an unknown kind, ${kind}.`);
  return known;
}
