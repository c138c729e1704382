import type { LibraryListing } from "./library.ts";

/** The real systems on the start page: what went wrong, and how the same can be done lawfully. */
const FEATURED_SYSTEMS = ["cambridgeshire-unitingcare-2015", "salford-2016"];
/** The models that most maps begin with. The blank map has a button of its own. */
const FEATURED_TEMPLATES = ["prime-provider", "alliance", "corporate-joint-venture", "section-75-pool"];

/** The few maps of the library that the start page shows, in its order: those that the server has. */
export function featured(listings: readonly LibraryListing[]): {
  readonly systems: readonly LibraryListing[];
  readonly templates: readonly LibraryListing[];
} {
  const named = (names: readonly string[]) =>
    names.flatMap((name) => listings.find((listing) => listing.name === name) ?? []);
  return { systems: named(FEATURED_SYSTEMS), templates: named(FEATURED_TEMPLATES) };
}
