import { isRecord } from "../sync/callApi.ts";
import { deviceStorage } from "../sync/webStorage.ts";

export interface RecentMap {
  readonly id: string;
  readonly title: string;
  /** ISO date and time, by this device's clock. */
  readonly openedAt: string;
}

const key = "plumbline.recentMaps";
const mostMaps = 12;

/** The maps that were opened on this device, the last one first. */
export function recentMaps(): readonly RecentMap[] {
  try {
    const value: unknown = JSON.parse(deviceStorage.get(key) ?? "[]");
    return Array.isArray(value) ? value.filter(isRecentMap) : [];
  } catch {
    return [];
  }
}

/** Puts a map first in the list, under its present title. */
export function rememberMap(map: RecentMap): void {
  const others = recentMaps().filter((other) => other.id !== map.id);
  deviceStorage.set(key, JSON.stringify([map, ...others].slice(0, mostMaps)));
}

/** Takes a map out of the list. The map itself stays where it is. */
export function forgetMap(id: string): void {
  deviceStorage.set(key, JSON.stringify(recentMaps().filter((map) => map.id !== id)));
}

function isRecentMap(value: unknown): value is RecentMap {
  return (
    isRecord(value) &&
    typeof value.id === "string" &&
    typeof value.title === "string" &&
    typeof value.openedAt === "string"
  );
}
