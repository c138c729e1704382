import { readDate, unreadable } from "../shell/share/links.ts";
import { type LoggedEvent, readEvent } from "../shell/share/securityLog.ts";
import { callApi, isRecord } from "../sync/callApi.ts";

/** A map as its server's administrator sees it: never what is on it. */
export interface ListedMap {
  readonly id: string;
  readonly title: string;
  readonly createdAt: Date | undefined;
  readonly lastUsedAt: Date | undefined;
  readonly links: number;
  readonly people: number;
  readonly bytes: number;
}

export interface MapPage {
  readonly total: number;
  readonly perPage: number;
  readonly maps: readonly ListedMap[];
}

export type MapOrder = "title" | "created" | "used";

export interface MapQuery {
  readonly search: string;
  readonly order: MapOrder;
  readonly isDescending: boolean;
  /** From 0. */
  readonly page: number;
}

/** An event of any map. */
export interface ServerEvent extends LoggedEvent {
  readonly map: string | undefined;
}

const headersWith = (key: string) => ({ "plumbline-admin-key": key });

/** One page of the maps on the server. @throws ApiError 401 where the key is wrong, 404 where there is no administrator. */
export async function fetchMaps(key: string, query: MapQuery, signal?: AbortSignal): Promise<MapPage> {
  const parameters = new URLSearchParams({
    search: query.search,
    sort: query.order,
    direction: query.isDescending ? "descending" : "ascending",
    page: String(query.page),
  });
  const answer = await callApi(`/api/admin/maps?${parameters}`, {
    headers: headersWith(key),
    ...(signal !== undefined && { signal }),
  });
  if (!isRecord(answer) || !Array.isArray(answer.maps)) throw unreadable();
  const { total, perPage } = answer;
  if (typeof total !== "number" || typeof perPage !== "number") throw unreadable();
  return { total, perPage, maps: answer.maps.flatMap((map: unknown) => readMap(map) ?? []) };
}

/** Deletes a map with everything that belongs to it. @throws ApiError */
export async function deleteMap(key: string, mapId: string): Promise<void> {
  await callApi(`/api/admin/maps/${encodeURIComponent(mapId)}`, {
    method: "DELETE",
    headers: headersWith(key),
  });
}

/** Makes a link for owners; nobody can ask for it again. @throws ApiError */
export async function makeOwnerLink(key: string, mapId: string): Promise<string> {
  const path = `/api/admin/maps/${encodeURIComponent(mapId)}/owner-link`;
  const answer = await callApi(path, { method: "POST", headers: headersWith(key) });
  if (isRecord(answer) && typeof answer.link === "string") return answer.link;
  throw unreadable();
}

/** What has happened on the server, the newest first. @throws ApiError */
export async function fetchServerLog(key: string, signal: AbortSignal): Promise<readonly ServerEvent[]> {
  const answer = await callApi("/api/admin/security-log", { headers: headersWith(key), signal });
  if (!isRecord(answer) || !Array.isArray(answer.events)) throw unreadable();
  return answer.events.flatMap((value: unknown) => {
    const event = readEvent(value);
    if (event === undefined || !isRecord(value)) return [];
    return [{ ...event, map: typeof value.map === "string" ? value.map : undefined }];
  });
}

function readMap(value: unknown): ListedMap | undefined {
  if (!isRecord(value) || typeof value.id !== "string") return undefined;
  const count = (field: unknown) => (typeof field === "number" ? field : 0);
  return {
    id: value.id,
    title: typeof value.title === "string" ? value.title : "",
    createdAt: readDate(value.createdAt),
    lastUsedAt: readDate(value.lastUsedAt),
    links: count(value.links),
    people: count(value.people),
    bytes: count(value.bytes),
  };
}
