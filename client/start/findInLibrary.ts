import type { LibraryListing } from "./library.ts";

/** A map that holds every word that was looked for. */
export interface FoundMap {
  readonly listing: LibraryListing;
  /** The names on the map that hold a word which what is said about the map does not. */
  readonly names: readonly string[];
}

/**
 * The maps that hold every word of the text: in the title, the summary, what they teach, or a name on the map. Upper and lower
 * case, accents and the kind of apostrophe make no difference; without a word all are found.
 */
export function findInLibrary(listings: readonly LibraryListing[], text: string): readonly FoundMap[] {
  const words = comparable(text).split(/\s+/u).filter(Boolean);
  return listings.flatMap((listing) => {
    const said = comparable(`${listing.title}\n${listing.summary}\n${listing.teaches}`);
    const unsaid = words.filter((word) => !said.includes(word));
    const names = listing.elements.filter((name) => unsaid.some((word) => comparable(name).includes(word)));
    const isFound = unsaid.every((word) => names.some((name) => comparable(name).includes(word)));
    return isFound ? [{ listing, names }] : [];
  });
}

function comparable(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll(/[‘’]/gu, "'")
    .toLowerCase();
}
