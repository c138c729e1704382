import { forgetMap, recentMaps } from "../start/recentMaps.ts";
import { callApi } from "../sync/callApi.ts";
import { deleteCopy } from "../sync/copyDatabase.ts";
import { deleteRegistry, listCopies } from "../sync/copyRegistry.ts";
import { forgetCreatedLinks } from "../sync/createdLinks.ts";
import { countUnconfirmed } from "../sync/deviceCopies.ts";
import { forgetLink, rememberedLink } from "../sync/enterMap.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { deviceStorage, tabStorage } from "../sync/webStorage.ts";

/** What is forgotten: the map that is open, or everything about all maps and who this is. */
export type ForgetScope = "map" | "all";

const ownKeys = "plumbline.";

/** How many changes would be lost, for no server has confirmed them: those of the open map, and those in copies of others. */
export async function changesAtStake(session: MapSession, scope: ForgetScope): Promise<number> {
  const state = session.connection.state();
  const here = "changes" in state ? state.changes : 0;
  const link = rememberedLink(session.id);
  try {
    const counted = await countUnconfirmed(scope === "map" ? session.id : undefined);
    const elsewhere = counted.filter(({ copy }) => copy.map !== session.id || copy.link !== link);
    return elsewhere.reduce((sum, { changes }) => sum + changes, here);
  } catch {
    // The browser keeps nothing.
    return here;
  }
}

/**
 * Deletes what this device keeps of the open map, or of all maps: copies, links, the list of recent maps, who this is, and the keys that
 * the browser shows to the server. The session is over then.
 * @returns whether the keys are gone, too: only the server can delete them.
 */
export async function forgetOnDevice(session: MapSession, scope: ForgetScope): Promise<boolean> {
  await session.forgetCopy();
  const copies = await listCopies(scope === "map" ? session.id : undefined).catch(() => []);
  const maps = new Set([session.id]);
  if (scope === "all") for (const { id } of recentMaps()) maps.add(id);
  for (const copy of copies) {
    maps.add(copy.map);
    await deleteCopy(copy).catch(() => undefined);
  }
  const areKeysGone = await giveUpKeys([...maps]);
  if (scope === "map") forgetOneMap(session.id);
  else await forgetAllElse();
  return areKeysGone;
}

async function giveUpKeys(maps: readonly string[]): Promise<boolean> {
  const ended = await Promise.allSettled(
    maps.map((map) => callApi(`/api/maps/${encodeURIComponent(map)}/session`, { method: "DELETE" })),
  );
  return ended.every(({ status }) => status === "fulfilled");
}

function forgetOneMap(map: string): void {
  forgetMap(map);
  forgetLink(map);
  forgetCreatedLinks(map);
}

async function forgetAllElse(): Promise<void> {
  for (const storage of [deviceStorage, tabStorage])
    for (const key of storage.keys(ownKeys)) storage.remove(key);
  await deleteRegistry().catch(() => undefined);
}
