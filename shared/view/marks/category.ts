import type { MarkClass, MarkTone } from "../Mark.ts";

/** So many kinds can be told apart by their colour. */
export const MOST_CATEGORIES = 10;

/** A class of the legend with the colour of its place in the list; those beyond the last colour have none of their own. */
export function category(key: string, words: string, index: number): MarkClass {
  return { key, words, tone: index < MOST_CATEGORIES ? (`cat-${index + 1}` as MarkTone) : "none" };
}
