import type { Snapshot } from "../../shared/document/snapshot.ts";
import type { Organisation } from "../../shared/model/element.ts";

/**
 * The organisation on the map that this person belongs to: the one they have picked, or else the only one with the name that they
 * joined with, white space and capitals aside.
 */
export function myOrganisation(
  { map, elementById }: Snapshot,
  picked: string | undefined,
  ownName: string,
): Organisation | undefined {
  const element = picked === undefined ? undefined : elementById.get(picked);
  if (element?.type === "organisation") return element;
  const name = plain(ownName);
  const alike = map.elements.filter(
    (each): each is Organisation => each.type === "organisation" && name !== "" && plain(each.name) === name,
  );
  return alike.length === 1 ? alike[0] : undefined;
}

/**
 * The ids that are an organisation’s own business: itself, its lines, and the contracts, funds and boards at their other ends. Other
 * organisations are not: what is wrong with a partner is the partner’s.
 */
export function aboutOrganisation(
  { map, elementById }: Snapshot,
  organisation: string | undefined,
): ReadonlySet<string> {
  const ids = new Set<string>();
  if (organisation === undefined) return ids;
  ids.add(organisation);
  for (const { id, from, to } of map.relations) {
    if (from !== organisation && to !== organisation) continue;
    ids.add(id);
    const other = elementById.get(from === organisation ? to : from);
    if (other !== undefined && other.type !== "organisation") ids.add(other.id);
  }
  return ids;
}

function plain(name: string): string {
  return name.replace(/\s+/gu, "").toLowerCase();
}
