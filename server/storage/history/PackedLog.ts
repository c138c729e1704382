import type { LogRow, MapLog } from "../../../shared/history/digestLog.ts";

/** The log of a map's document in a few pieces of memory: thousands of small arrays would cost the threads that pass them on. */
export interface PackedLog {
  /** Rows up to this one were digested before. */
  readonly digestedRef: number;
  readonly refs: Float64Array;
  readonly people: Float64Array;
  readonly ats: Float64Array;
  /** Where each update ends in `data`. */
  readonly ends: Float64Array;
  readonly data: Uint8Array;
}

export function packLog(rows: readonly LogRow[], digestedRef: number): PackedLog {
  const data = new Uint8Array(rows.reduce((bytes, { update }) => bytes + update.byteLength, 0));
  const ends = new Float64Array(rows.length);
  let end = 0;
  for (const [index, { update }] of rows.entries()) {
    data.set(update, end);
    end += update.byteLength;
    ends[index] = end;
  }
  return {
    digestedRef,
    refs: Float64Array.from(rows, ({ ref }) => ref),
    people: Float64Array.from(rows, ({ person }) => person),
    ats: Float64Array.from(rows, ({ at }) => at),
    ends,
    data,
  };
}

/** @param lastRef where to stop. Default: at the end. */
export function unpackLog(log: PackedLog, lastRef = Number.POSITIVE_INFINITY): MapLog {
  const [base, rows]: [LogRow[], LogRow[]] = [[], []];
  let start = 0;
  for (const [index, end] of log.ends.entries()) {
    const ref = log.refs[index] ?? 0;
    const row = {
      ref,
      person: log.people[index] ?? 0,
      at: log.ats[index] ?? 0,
      update: log.data.subarray(start, end),
    };
    start = end;
    if (ref > lastRef) break;
    (ref <= log.digestedRef ? base : rows).push(row);
  }
  return { base, rows };
}

/** How many rows were not digested. */
export function undigestedRows({ refs, digestedRef }: PackedLog): number {
  const first = refs.findIndex((ref) => ref > digestedRef);
  return first < 0 ? 0 : refs.length - first;
}
