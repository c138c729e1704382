import { createMap } from "../start/createMap.ts";
import { PRACTICE_MAP } from "./practiceMap.ts";
import { beginTour } from "./tourStore.ts";

/**
 * Makes a practice map of this person's own and begins the tour on it. Nothing else is touched.
 * @returns the path that opens the map.
 * @throws ApiError as `createMap` does.
 */
export async function startTour(): Promise<string> {
  const path = await createMap(PRACTICE_MAP);
  const mapId = /^\/m\/([^/#]+)/.exec(path)?.[1];
  if (mapId !== undefined) beginTour(decodeURIComponent(mapId));
  return path;
}
