import { create } from "zustand";
import { deviceStorage } from "../sync/webStorage.ts";
import { paletteItem } from "./paletteItems.ts";

const KEY = "plumbline.recentKinds";
const MOST = 4;

/** The palette items that were added last on this device. */
interface RecentItems {
  /** Newest first. */
  readonly ids: readonly string[];
  /**
   * Those of them that the palette lists, each in the place where it is offered: one that is used again stays there, and a new one
   * takes the place of the oldest.
   */
  readonly places: readonly string[];
}

/** What was added last on this device, to be offered again. */
export const useRecentItems = create<RecentItems>()(() => {
  const ids = kept();
  return { ids, places: ids.filter(isListed) };
});

/** Remembers that something of a kind has been added. */
export function rememberItem(id: string): void {
  const { ids, places } = useRecentItems.getState();
  if (ids[0] === id) return;
  const next = [id, ...ids.filter((other) => other !== id)].slice(0, MOST);
  deviceStorage.set(KEY, next.join(" "));
  useRecentItems.setState({ ids: next, places: placesWith(id, next, places) });
}

function placesWith(id: string, ids: readonly string[], places: readonly string[]): readonly string[] {
  if (places.includes(id) || !isListed(id)) return places;
  const oldest = places.findIndex((other) => !ids.includes(other));
  return oldest === -1 ? [...places, id] : places.with(oldest, id);
}

function isListed(id: string): boolean {
  const item = paletteItem(id);
  return item !== undefined && item.onlyInSearch !== true;
}

function kept(): readonly string[] {
  return (deviceStorage.get(KEY) ?? "").split(" ").filter(Boolean).slice(0, MOST);
}
