import { formatMoney, parseMoney } from "../../model/money.ts";
import { foldText } from "../foldText.ts";
import type { SearchEntry } from "./SearchEntry.ts";

/** Something that was found. */
export interface SearchHit {
  readonly entry: SearchEntry;
  /** Smaller is better. */
  readonly rank: number;
  /** The words of the query as the entry has them: as it was asked for, or where that is {@link isNear nearly} said, as it is said. */
  readonly words: readonly string[];
  /** Whether a slip of the pen was seen past. */
  readonly isNear: boolean;
}

/** From this length on a word is also found in the middle of another: "ft" in "draft" would help nobody. */
const LONG_ENOUGH_FOR_INSIDE = 4;

/**
 * The entries that say every word of a query, best first: the title itself, titles that begin so, titles with all the words, and the
 * rest; within these in their order. None where the query has no words. A sum is found however it is written.
 */
export function searchEntries(entries: readonly SearchEntry[], query: string): readonly SearchHit[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const whole = foldText(query);
  const hits: SearchHit[] = [];
  for (const entry of entries)
    if (words.every((word) => says(entry.haystack, word)))
      hits.push({ entry, rank: rankOf(entry, words, whole), words, isNear: false });
  return hits.sort((one, other) => one.rank - other.rank);
}

/** The words of a query as they are looked for. */
export function wordsOf(query: string): readonly string[] {
  return foldText(query)
    .split(" ")
    .filter((word) => word !== "")
    .map(asShown);
}

/** Whether a folded text says a word: at the beginning of a word of its own, or inside one where it is long enough. */
export function says(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
    if (word.length >= LONG_ENOUGH_FOR_INSIDE || at === 0 || !isInsideWord(folded, at)) return true;
  }
  return false;
}

/** Where an entry says the words besides its title; undefined where the title or the kind says them all. */
export function matchedField({ fields, heading }: SearchEntry, words: readonly string[]) {
  const missing = words.filter((word) => !says(heading, word));
  return fields.find(
    ({ text, also = "" }) => missing.some((word) => says(foldText(`${text} ${also}`), word)) && text !== "",
  );
}

/** A sum in the way in which it stands on the map: "0.726bn" → "726m". */
function asShown(word: string): string {
  if (!/\d[a-z]+$/.test(word)) return word;
  const pounds = parseMoney(word);
  return pounds === null ? word : foldText(formatMoney(pounds)).replace("£", "");
}

function rankOf({ foldedTitle, heading }: SearchEntry, words: readonly string[], whole: string): number {
  if (foldedTitle === whole) return 0;
  if (foldedTitle.startsWith(whole)) return 1;
  if (words.every((word) => says(foldedTitle, word))) return 2;
  return words.every((word) => says(heading, word)) ? 3 : 4;
}

function isInsideWord(text: string, at: number): boolean {
  return isLetterOrDigit(text, at - 1) && isLetterOrDigit(text, at);
}

/** Of a folded text, in which nearly everything is plain. */
function isLetterOrDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return LETTER_OR_DIGIT.test(text.charAt(at));
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
