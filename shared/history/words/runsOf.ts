import { sameValue } from "../../document/fieldStore.ts";
import type { Root, Value } from "../../document/layout.ts";
import type { Change } from "../../document/Step.ts";

/** What became of the keys of one record within an entry. */
export interface RecordRuns {
  readonly root: Root;
  readonly record: string;
  /** Per key the first value and the last; several where somebody else wrote it between. */
  readonly runs: readonly Run[];
}

export interface Run {
  readonly key: string;
  readonly before: Value;
  readonly after: Value;
}

/** Sums up changes, record by record: of a value that was set over and over, only where it began and where it ended. */
export function runsOf(changes: readonly Change[]): readonly RecordRuns[] {
  const records = new Map<string, { root: Root; record: string; runs: Map<string, Run[]> }>();
  for (const { root, record, key, before, after } of changes) {
    const name = `${root}/${record}`;
    const known = records.get(name) ?? { root, record, runs: new Map<string, Run[]>() };
    records.set(name, known);
    const runs = known.runs.get(key) ?? [];
    known.runs.set(key, runs);
    const last = runs.at(-1);
    if (last && sameValue(last.after, before)) runs[runs.length - 1] = { ...last, after };
    else runs.push({ key, before, after });
  }
  return [...records.values()].map(({ root, record, runs }) => ({
    root,
    record,
    runs: [...runs.values()].flat().filter(({ before, after }) => !sameValue(before, after)),
  }));
}
