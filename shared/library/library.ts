import type { SystemMap } from "../model/systemMap.ts";
import type { LibraryEntry } from "./LibraryEntry.ts";
import { ALLIANCES } from "./themes/alliances.ts";
import { COMMISSIONING_TOGETHER } from "./themes/commissioningTogether.ts";
import { INTEGRATED_CARE_ORGANISATIONS } from "./themes/integratedCareOrganisations.ts";
import { PRIMARY_CARE_AT_SCALE } from "./themes/primaryCareAtScale.ts";
import { PRIME_CONTRACTS } from "./themes/primeContracts.ts";
import { TEMPLATES } from "./themes/templates.ts";

/** The library, in the order in which it is listed. */
export const LIBRARY: readonly LibraryEntry[] = [
  ...PRIME_CONTRACTS,
  ...INTEGRATED_CARE_ORGANISATIONS,
  ...PRIMARY_CARE_AT_SCALE,
  ...ALLIANCES,
  ...COMMISSIONING_TOGETHER,
  ...TEMPLATES,
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
