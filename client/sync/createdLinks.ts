import { isRole, type Role } from "../../shared/protocol/roles.ts";
import { isRecord } from "./callApi.ts";
import { tabStorage } from "./webStorage.ts";

const key = (mapId: string) => `plumbline.createdLinks.${mapId}`;

/** Keeps the links of a map that this tab has just made, so that they can be copied; the server shows them only once. */
export function keepCreatedLinks(mapId: string, links: ReadonlyMap<Role, string>): void {
  tabStorage.set(key(mapId), JSON.stringify(Object.fromEntries(links)));
}

/** Has this tab forget them. */
export function forgetCreatedLinks(mapId: string): void {
  tabStorage.remove(key(mapId));
}

/** The links that this tab got when it made the map; none in any other tab. */
export function createdLinks(mapId: string): ReadonlyMap<Role, string> {
  const links = new Map<Role, string>();
  try {
    const value: unknown = JSON.parse(tabStorage.get(key(mapId)) ?? "{}");
    if (!isRecord(value)) return links;
    for (const [role, link] of Object.entries(value))
      if (isRole(role) && typeof link === "string") links.set(role, link);
  } catch {
    // Somebody else's text under our key is as good as none.
  }
  return links;
}
