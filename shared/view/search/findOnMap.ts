import { foldText } from "../foldText.ts";
import type { SearchEntry } from "./SearchEntry.ts";
import type { SearchIndex } from "./SearchIndex.ts";
import { type SearchHit, says, searchEntries, wordsOf } from "./searchEntries.ts";
import { lettersOf, mayBeNear, type Slips, slipsAllowed, slipsBetween } from "./slips.ts";

/** Where so many say it as it was asked for, it was meant so. */
const ENOUGH = 3;
/** So many ways to read one word, the nearest: beyond them nobody means it. */
const MOST_READINGS = 12;

/**
 * What a query finds on a map: what says all its words, best first, and where hardly anything does, after it what nearly says them, as
 * if the query had slips of the pen in it.
 */
export function findOnMap(index: SearchIndex, query: string): readonly SearchHit[] {
  const exact = searchEntries(index.entries, query);
  if (query.trim() === "") return exact;
  return exact.length >= ENOUGH ? exact : [...exact, ...nearHits(index, query, exact)];
}

/** A word of a query as an entry has it, and how far that is from what was asked for. */
interface Reading {
  readonly word: string;
  readonly distance: number;
}

function nearHits(index: SearchIndex, query: string, exact: readonly SearchHit[]): readonly SearchHit[] {
  const isFound = new Set(exact.map(({ entry }) => entry));
  let readings = new Map<SearchEntry, readonly Reading[]>();
  for (const entry of index.entries) if (!isFound.has(entry)) readings.set(entry, []);
  for (const asked of wordsOf(query)) readings = readingsOf(index, asked, readings);
  const whole = foldText(query);
  return Array.from(readings, ([entry, each]) => nearHit(entry, each, whole)).sort(
    (one, other) => one.rank - other.rank,
  );
}

function nearHit(entry: SearchEntry, readings: readonly Reading[], whole: string): SearchHit {
  const words = readings.map(({ word }) => word);
  const distance = readings.reduce((sum, reading) => sum + reading.distance, 0);
  const isInTitle = words.every((word) => says(entry.foldedTitle, word));
  const rank = 2 * distance + (isInTitle ? 0 : 1) + lengthPenalty(entry, whole);
  return { entry, rank, words, isNear: true };
}

/** Of two titles that are as near, the one about as long as the query. Never as much as a slip. */
function lengthPenalty({ foldedTitle }: SearchEntry, whole: string): number {
  return Math.min(0.9, Math.abs(foldedTitle.length - whole.length) / 200);
}

/** Of some entries those that say one word more, or one of the words nearest to it. */
function readingsOf(
  index: SearchIndex,
  asked: string,
  before: ReadonlyMap<SearchEntry, readonly Reading[]>,
): Map<SearchEntry, readonly Reading[]> {
  const after = new Map<SearchEntry, readonly Reading[]>();
  for (const [entry, readings] of before)
    if (says(entry.haystack, asked)) after.set(entry, [...readings, { word: asked, distance: 0 }]);
  if (before.size === 0) return after;
  for (const reading of nearestWords(index, asked)) {
    for (const entry of index.byWord.get(reading.word)?.entries ?? []) {
      const readings = before.get(entry);
      if (readings !== undefined && !after.has(entry)) after.set(entry, [...readings, reading]);
    }
  }
  return after;
}

/** The words on the map that take the fewest slips to be what was asked for, whole ones before those that only begin like it. */
function nearestWords(index: SearchIndex, asked: string): readonly Reading[] {
  const most = slipsAllowed(asked);
  if (most === 0) return [];
  const askedLetters = lettersOf(asked);
  const near: Reading[] = [];
  let fewest = Infinity;
  for (const [word, { letters }] of index.byWord) {
    if (!mayBeNear(askedLetters, letters, Math.min(most, fewest))) continue;
    const slips = slipsBetween(asked, word);
    if (slips === undefined || slips.count === 0 || slips.count > fewest) continue;
    fewest = slips.count;
    near.push({ word, distance: distanceOf(slips) });
  }
  return near
    .filter(({ distance }) => Math.floor(distance) === fewest)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, MOST_READINGS);
}

function distanceOf({ count, isWhole }: Slips): number {
  return count + (isWhole ? 0 : 0.5);
}
