import type { HistoryCheckpoint, HistoryEntry, HistoryPerson } from "../../shared/history/HistoryAnswer.ts";
import { dayOf, personName } from "./momentWords.ts";
import type { Timeline } from "./timeline.ts";

/** What of the timeline is listed. Both hold at once. */
export interface HistoryFilter {
  /** The key of a person; undefined: everybody. */
  readonly person: string | undefined;
  /** Ids of what is chosen on the map, of which alone it shall tell; undefined: of everything. */
  readonly about: readonly string[] | undefined;
}

/** One row of the timeline. */
export type Row =
  | { readonly kind: "entry"; readonly at: Date; readonly entry: HistoryEntry }
  | { readonly kind: "checkpoint"; readonly at: Date; readonly checkpoint: HistoryCheckpoint };

export interface Day {
  /** The day, such as "2026-05-03". */
  readonly key: string;
  readonly at: Date;
  readonly rows: readonly Row[];
}

/** Distinguishes people as the history does: by name and organisation. */
export function personKey({ name, organisation, link }: HistoryPerson): string {
  return JSON.stringify(name === "" ? ["", "", link] : [name, organisation]);
}

/** Everybody who has changed or named something, by name. */
export function peopleOf({ entries, checkpoints }: Timeline): readonly HistoryPerson[] {
  const named = checkpoints.flatMap(({ person }) => person ?? []);
  const people = new Map(
    [...entries.map(({ person }) => person), ...named].map((person) => [personKey(person), person]),
  );
  return [...people.values()].sort((one, other) => personName(one).localeCompare(personName(other), "en-GB"));
}

/** The entries that a filter leaves, each with the lines that it leaves. */
export function filteredEntries(
  entries: readonly HistoryEntry[],
  { person, about }: HistoryFilter,
): readonly HistoryEntry[] {
  const ids = about === undefined ? undefined : new Set(about);
  return entries.flatMap((entry) => {
    if (person !== undefined && personKey(entry.person) !== person) return [];
    if (ids === undefined) return [entry];
    const lines = entry.lines.filter(({ parts }) =>
      parts.some((part) => typeof part !== "string" && ids.has(part.id)),
    );
    return lines.length === 0 ? [] : [{ ...entry, lines }];
  });
}

/** Entries and checkpoints by day, the newest first. A filter leaves only checkpoints that somebody has named. */
export function dayGroups({ entries, checkpoints }: Timeline, filter: HistoryFilter): readonly Day[] {
  const isNarrowed = filter.person !== undefined || filter.about !== undefined;
  const rows: (Row & { readonly moment: number })[] = [
    ...checkpoints
      .filter(({ kind }) => !isNarrowed || kind === "named")
      .map((checkpoint) => ({
        kind: "checkpoint" as const,
        at: new Date(checkpoint.at),
        moment: checkpoint.moment,
        checkpoint,
      })),
    ...filteredEntries(entries, filter).map((entry) => ({
      kind: "entry" as const,
      at: new Date(entry.at),
      moment: entry.moment,
      entry,
    })),
  ];
  // A checkpoint stands above the change that it comes after: the sort is stable.
  rows.sort((one, other) => other.moment - one.moment);
  const days: { readonly key: string; readonly at: Date; readonly rows: Row[] }[] = [];
  for (const row of rows) {
    const key = dayOf(row.at);
    const last = days.at(-1);
    if (last?.key === key) last.rows.push(row);
    else days.push({ key, at: row.at, rows: [row] });
  }
  return days;
}
