import type { HistoryAnswer, HistoryCheckpoint, HistoryEntry } from "../../shared/history/HistoryAnswer.ts";

/** What has been loaded of the history of a map, without a gap, the newest first. */
export interface Timeline {
  readonly entries: readonly HistoryEntry[];
  readonly checkpoints: readonly HistoryCheckpoint[];
  /** What to ask for as `before` to get what is older; `null` where all is loaded. */
  readonly next: number | null;
}

/** A moment of the timeline that can be looked at. */
export interface Moment {
  readonly moment: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What led to it, the newest where several did. */
  readonly entry: HistoryEntry | undefined;
  readonly checkpoint: HistoryCheckpoint | undefined;
}

/** The timeline with its newest page as it is now. What is loaded beyond the page stays where it joins on. */
export function withNewest(timeline: Timeline, page: HistoryAnswer): Timeline {
  const { next } = page;
  // So much has happened meanwhile that something may be missing in between.
  if (next === null || next > (timeline.entries[0]?.moment ?? 0)) return page;
  const isBefore = ({ moment }: { readonly moment: number }) => moment < next;
  return {
    entries: [...page.entries, ...timeline.entries.filter(isBefore)],
    checkpoints: [...page.checkpoints, ...timeline.checkpoints.filter(isBefore)],
    next: timeline.next === null || timeline.next < next ? timeline.next : next,
  };
}

/** The timeline with the page that follows it. */
export function withOlder(timeline: Timeline, page: HistoryAnswer): Timeline {
  const known = new Set(timeline.checkpoints.map(({ id }) => id));
  return {
    entries: [...timeline.entries, ...page.entries],
    checkpoints: [...timeline.checkpoints, ...page.checkpoints.filter(({ id }) => !known.has(id))],
    next: page.next,
  };
}

/** How many changes and marked moments of a newest page the timeline does not show yet. */
export function countNew(timeline: Timeline, page: HistoryAnswer): number {
  const newest = timeline.entries[0]?.moment ?? -1;
  const known = new Set(timeline.checkpoints.map(({ id }) => id));
  return (
    page.entries.filter(({ moment }) => moment > newest).length +
    page.checkpoints.filter(({ id, kind }) => kind !== "automatic" && !known.has(id)).length
  );
}

/** Every moment that can be looked at, the newest first. */
export function momentsOf({
  entries,
  checkpoints,
}: Pick<Timeline, "entries" | "checkpoints">): readonly Moment[] {
  const byMoment = new Map<number, Moment>();
  for (const entry of entries)
    byMoment.set(entry.moment, { moment: entry.moment, at: entry.at, entry, checkpoint: undefined });
  for (const checkpoint of checkpoints) {
    const known = byMoment.get(checkpoint.moment);
    if (known?.checkpoint?.name != null) continue;
    byMoment.set(checkpoint.moment, {
      moment: checkpoint.moment,
      at: known?.at ?? checkpoint.at,
      entry: known?.entry,
      checkpoint,
    });
  }
  return [...byMoment.values()].sort((one, other) => other.moment - one.moment);
}

/**
 * Moments as time goes, with one that is looked at: that one is no longer listed where its change has grown since it was opened.
 */
export function fromLeftToRight(
  timeline: Pick<Timeline, "entries" | "checkpoints">,
  one: Moment,
): readonly Moment[] {
  const listed = momentsOf(timeline);
  const all = listed.some(({ moment }) => moment === one.moment) ? listed : [...listed, one];
  return all.toSorted((earlier, later) => earlier.moment - later.moment);
}
