import { readMapObject } from "../model/readMapFile.ts";
import type { SystemMap } from "../model/systemMap.ts";
import blank from "./maps/blank.map.json" with { type: "json" };
import unitingCare from "./maps/cambridgeshire-unitingcare-2015.map.json" with { type: "json" };
import primeProvider from "./maps/prime-provider.map.json" with { type: "json" };
import salford from "./maps/salford-2016.map.json" with { type: "json" };

/** A map that comes along: a real system to look at and learn from, or a template to start with. */
export interface LibraryEntry {
  /** What it is asked for by, on the command line and over HTTP. */
  readonly name: string;
  /** What a list shows. */
  readonly title: string;
  readonly kind: "system" | "template";
  readonly summary: string;
  /** The publications that its facts come from; empty where it states none. */
  readonly source: string;
  readonly map: SystemMap;
}

const KINGS_FUND_2014 = "The King’s Fund, Commissioning and contracting for integrated care (2014)";
const KINGS_FUND_2016 =
  "The King’s Fund, New care models: emerging innovations in governance and organisational form (2016)";

function entry(file: unknown, rest: Omit<LibraryEntry, "map">): LibraryEntry {
  return { ...rest, map: readMapObject(file) };
}

/** The library, in the order in which it is listed. */
export const LIBRARY: readonly LibraryEntry[] = [
  entry(unitingCare, {
    name: "cambridgeshire-unitingcare-2015",
    title: "Cambridgeshire: UnitingCare, 2015",
    kind: "system",
    summary:
      "Two foundation trusts win a £726m prime provider contract through a limited liability partnership that neither of them guarantees, ask for more a month later and end it in December 2015.",
    source: `${KINGS_FUND_2016}; ${KINGS_FUND_2014}`,
  }),
  entry(salford, {
    name: "salford-2016",
    title: "Salford: integrated care organisation, 2016",
    kind: "system",
    summary:
      "The clinical commissioning group and the council pool adult health and social care and contract together with one foundation trust, which delivers most of it and buys the rest.",
    source: KINGS_FUND_2016,
  }),
  entry(blank, {
    name: "blank",
    title: "Blank map",
    kind: "template",
    summary: "An empty map under the rules of today.",
    source: "",
  }),
  entry(primeProvider, {
    name: "prime-provider",
    title: "Blank prime provider model",
    kind: "template",
    summary:
      "One commissioner, one capitated contract, and a prime provider that delivers some of the care and sub-contracts the rest. Names and kinds are yours to fill in.",
    source: KINGS_FUND_2014,
  }),
];

const comparable = (name: string) => name.trim().toLowerCase();
const entryByName = new Map(
  LIBRARY.flatMap((listed) => [[listed.name, listed] as const, [comparable(listed.title), listed] as const]),
);

/** The map of a library entry, by its name or its title in upper or lower case; undefined where there is none of that name. */
export function libraryMap(name: string): SystemMap | undefined {
  return entryByName.get(comparable(name))?.map;
}

/**
 * The map that somebody starts from: a real system as it was, a template as of today.
 * @param today an ISO 8601 date.
 * @returns undefined where the library has none of that name.
 */
export function mapToStartFrom(name: string, today: string): SystemMap | undefined {
  const found = entryByName.get(comparable(name));
  return found?.kind === "template"
    ? Object.freeze({ ...found.map, asOf: found.map.asOf ?? today })
    : found?.map;
}
