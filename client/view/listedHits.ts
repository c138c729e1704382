import { SEARCH_GROUPS, type SearchGroup } from "../../shared/view/search/SearchEntry.ts";
import type { SearchHit } from "../../shared/view/search/searchEntries.ts";

/** So many of a group are listed; the rest are counted. */
const mostListed: Readonly<Record<ListedGroup["group"], number>> = {
  cards: 20,
  connections: 12,
  notes: 8,
  findings: 8,
  decisions: 8,
  near: 20,
};

/** The results of a group as they are listed. */
export interface ListedGroup {
  /** `near`: whatever it is, it says nearly what was asked for. */
  readonly group: SearchGroup | "near";
  readonly listed: readonly SearchHit[];
  readonly count: number;
}

/** Results by group, in the order of the groups, and last those that were found past a slip of the pen; groups without any are left out. */
export function listedHits(hits: readonly SearchHit[]): readonly ListedGroup[] {
  return [...SEARCH_GROUPS, "near" as const].flatMap((group) => {
    const all = hits.filter(({ entry, isNear }) => (isNear ? "near" : entry.group) === group);
    return all.length === 0 ? [] : [{ group, listed: all.slice(0, mostListed[group]), count: all.length }];
  });
}
