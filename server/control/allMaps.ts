import type { AccessStore, MapListing } from "../storage/AccessStore.ts";

const mapsPerPage = 500;

/** Every map of a store, the one that was opened longest ago first. */
export async function allMaps(access: Pick<AccessStore, "listMaps">): Promise<readonly MapListing[]> {
  const maps = new Map<string, MapListing>();
  for (let offset = 0; ; offset += mapsPerPage) {
    const page = await access.listMaps({
      search: "",
      order: "used",
      isDescending: false,
      offset,
      count: mapsPerPage,
    });
    for (const map of page.maps) maps.set(map.id, map);
    if (page.maps.length < mapsPerPage) return [...maps.values()];
  }
}
