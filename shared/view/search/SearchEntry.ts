import { foldText } from "../foldText.ts";

/** The headings under which results are listed, in this order. */
export const SEARCH_GROUPS = ["cards", "connections", "notes", "findings", "decisions"] as const;
export type SearchGroup = (typeof SEARCH_GROUPS)[number];

/** Something that is said somewhere about what can be found. */
export interface SearchField {
  /** What it is called: "Notes", "Annual value". */
  readonly where: string;
  readonly text: string;
  /** Other ways to say the same, which are searched and never shown. */
  readonly also?: string;
}

/** Something that can be found. */
export interface SearchEntry {
  /** Unique in an index. */
  readonly key: string;
  readonly group: SearchGroup;
  /** Ids of the elements and relations that it is about. */
  readonly ids: readonly string[];
  readonly title: string;
  /** What it is, beside its title: "Foundation trust". */
  readonly kind: string;
  readonly fields: readonly SearchField[];
  /** The title, folded. */
  readonly foldedTitle: string;
  /** Title and kind, folded, on a line each. */
  readonly heading: string;
  /** All that is searched, folded; lines apart, so that nothing is found across two of them. */
  readonly haystack: string;
  /** Each word of the haystack that is long enough to be told from others, once. */
  readonly words: readonly string[];
}

/** Makes an entry ready to be searched. */
export function searchEntry(
  entry: Omit<SearchEntry, "foldedTitle" | "heading" | "haystack" | "words">,
): SearchEntry {
  const foldedTitle = foldText(entry.title);
  const lines = entry.fields.map(({ text, also = "" }) => foldText(`${text} ${also}`));
  const heading = `${foldedTitle}\n${foldText(entry.kind)}`;
  const haystack = [heading, ...lines].join("\n");
  return { ...entry, foldedTitle, heading, haystack, words: [...new Set(haystack.match(LONG_WORDS))] };
}

const LONG_WORDS = /[\p{L}\p{N}]{3,}/gu;
