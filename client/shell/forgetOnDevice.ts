import { forgetDrafts } from "../panels/inspector/draftStore.ts";
import { forgetMap, recentMaps } from "../start/recentMaps.ts";
import { callApi } from "../sync/callApi.ts";
import { deleteCopy } from "../sync/copyDatabase.ts";
import { deleteRegistry, listCopies } from "../sync/copyRegistry.ts";
import { forgetCreatedLinks } from "../sync/createdLinks.ts";
import { countUnconfirmed } from "../sync/deviceCopies.ts";
import { forgetLink, rememberedLink } from "../sync/enterMap.ts";
import { dropKey, heldKeys, noteKey } from "../sync/heldKeys.ts";
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
  const counted = await countOrNone(scope === "map" ? session.id : undefined);
  const elsewhere = counted.filter(({ copy }) => copy.map !== session.id || copy.link !== link);
  return elsewhere.reduce((sum, { changes }) => sum + changes, here);
}

/** How many changes to a map that is not open here no server has confirmed. */
export async function changesKept(map: string): Promise<number> {
  return (await countOrNone(map)).reduce((sum, { changes }) => sum + changes, 0);
}

/**
 * Deletes what this device keeps of the open map, or of all maps: copies, links, the list of recent maps, who this is, and the keys that
 * the browser shows to the server. The session is over then.
 * @returns whether the keys are gone, too: only the server can delete them.
 */
export async function forgetOnDevice(session: MapSession, scope: ForgetScope): Promise<boolean> {
  await session.forgetCopy();
  if (scope === "map") return forgetOneMap(session.id);
  const copies = await listCopies().catch(() => []);
  const maps = [
    session.id,
    ...heldKeys(),
    ...recentMaps().map(({ id }) => id),
    ...copies.map(({ map }) => map),
  ];
  const areGone = await Promise.all([...[...new Set(maps)].map(forgetOneMap), forgetBrowser()]);
  await deleteRegistry().catch(() => undefined);
  const areAllGone = !areGone.includes(false);
  // Which keys remain is still known then, so that they can be given up another time.
  const remaining = heldKeys();
  for (const storage of [deviceStorage, tabStorage])
    for (const key of storage.keys(ownKeys)) storage.remove(key);
  if (!areAllGone) for (const map of remaining) noteKey(map);
  return areAllGone;
}

/** Deletes what this device keeps of a map that is not open here. @returns whether the browser’s keys to it are gone, too. */
export async function forgetOneMap(map: string): Promise<boolean> {
  for (const copy of await listCopies(map).catch(() => [])) await deleteCopy(copy).catch(() => undefined);
  forgetMap(map);
  forgetLink(map);
  forgetCreatedLinks(map);
  forgetDrafts(map);
  try {
    await callApi(`/api/maps/${encodeURIComponent(map)}/session`, { method: "DELETE" });
  } catch {
    return false;
  }
  dropKey(map);
  return true;
}

/** Gives up the number that the server knows this browser by. */
async function forgetBrowser(): Promise<boolean> {
  try {
    await callApi("/api/session", { method: "DELETE" });
    return true;
  } catch {
    return false;
  }
}

async function countOrNone(map: string | undefined) {
  // A browser that keeps nothing has nothing to lose.
  return countUnconfirmed(map).catch(() => []);
}
