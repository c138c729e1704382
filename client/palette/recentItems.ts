import { create } from "zustand";
import { deviceStorage } from "../sync/webStorage.ts";

const KEY = "plumbline.recentKinds";
const MOST = 4;

/** Ids of the palette items that were added last on this device, newest first. */
export const useRecentItems = create<{ readonly ids: readonly string[] }>()(() => ({ ids: kept() }));

/** Remembers that something of a kind has been added. */
export function rememberItem(id: string): void {
  const { ids } = useRecentItems.getState();
  if (ids[0] === id) return;
  const next = [id, ...ids.filter((other) => other !== id)].slice(0, MOST);
  deviceStorage.set(KEY, next.join(" "));
  useRecentItems.setState({ ids: next });
}

function kept(): readonly string[] {
  return (deviceStorage.get(KEY) ?? "").split(" ").filter(Boolean).slice(0, MOST);
}
