import type { HistoryAnswer, HistoryCheckpoint } from "../../shared/history/HistoryAnswer.ts";
import { MapFileError } from "../../shared/model/MapFileError.ts";
import { readMapObject } from "../../shared/model/readMapFile.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { ApiError, callApi, isRecord } from "../sync/callApi.ts";
import { mapPath } from "../sync/enterMap.ts";
import { readCheckpoint, readHistoryAnswer } from "./readHistoryAnswer.ts";

/** How many entries one page of the timeline holds. */
const entriesPerPage = 50;

/**
 * One page of the history of a map: the newest, or the one before a moment.
 * @throws ApiError
 */
export async function fetchHistory(
  mapId: string,
  before: number | undefined,
  signal: AbortSignal,
): Promise<HistoryAnswer> {
  const path = withQuery(mapPath(mapId, "/history"), {
    limit: String(entriesPerPage),
    ...(before !== undefined && { before: String(before) }),
  });
  return readHistoryAnswer(await callApi(path, { signal })) ?? unreadable();
}

/**
 * The map as it stood at a moment.
 * @throws ApiError 404 where this moment is no longer kept.
 */
export async function fetchMoment(mapId: string, moment: number, signal: AbortSignal): Promise<SystemMap> {
  const answer = await callApi(mapPath(mapId, `/history/${moment}`), { signal });
  try {
    return readMapObject(answer);
  } catch (problem) {
    if (problem instanceof MapFileError) return unreadable();
    throw problem;
  }
}

/** Who somebody says they are. */
export interface NamedPerson {
  readonly name: string;
  readonly organisation: string;
}

/**
 * Gives the map as it stands now on the server a name in the timeline.
 * @throws ApiError
 */
export async function nameMoment(
  mapId: string,
  name: string,
  by: NamedPerson | undefined,
): Promise<HistoryCheckpoint> {
  const body = { name, ...(by !== undefined && { by }) };
  const answer = await callApi(mapPath(mapId, "/checkpoints"), { method: "POST", body });
  return readCheckpoint(answer) ?? unreadable();
}

/**
 * Takes a checkpoint away; the changes around it stay in the timeline.
 * @throws ApiError
 */
export async function removeCheckpoint(mapId: string, checkpointId: string): Promise<void> {
  await callApi(mapPath(mapId, `/checkpoints/${encodeURIComponent(checkpointId)}`), { method: "DELETE" });
}

/**
 * Takes a person's name out of the history of a map.
 * @param organisation undefined: whatever it was.
 * @returns whether anybody in the history bore the name.
 * @throws ApiError
 */
export async function erasePerson(
  mapId: string,
  name: string,
  organisation: string | undefined,
): Promise<boolean> {
  const body = { name, ...(organisation !== undefined && { organisation }) };
  const answer = await callApi(mapPath(mapId, "/erasures"), { method: "POST", body });
  return isRecord(answer) && answer.erased !== 0;
}

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  return `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams(query)}`;
}

function unreadable(): never {
  throw new ApiError("The server’s answer could not be read. Reload the page and try again.", 500);
}
