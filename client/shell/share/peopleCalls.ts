import { isRole, type Role } from "../../../shared/protocol/roles.ts";
import { callApi, isRecord } from "../../sync/callApi.ts";
import { mapPath } from "../../sync/enterMap.ts";
import { type MapLink, readDate, readLink, unreadable } from "./links.ts";

/** Somebody who has the map open, as the server sees it. */
export interface PersonHere {
  /** Undefined for a program that says nothing of itself. */
  readonly clientId: number | undefined;
  readonly name: string;
  readonly role: Role;
  readonly label: string;
  readonly isOwnBrowser: boolean;
}

/** Somebody who was removed from the map. */
export interface RemovedPerson {
  readonly id: string;
  readonly name: string;
  readonly removedAt: Date | undefined;
}

/** What has become of somebody who was to be removed. */
export interface Removal {
  /** False: they came without a browser's cookie, and can come back by the same link. */
  readonly isKeptOut: boolean;
  /** The link that they came by. */
  readonly link: MapLink;
}

/** Everybody who has the map open. @throws ApiError */
export async function fetchPeople(mapId: string, signal: AbortSignal): Promise<readonly PersonHere[]> {
  const answer = await callApi(mapPath(mapId, "/people"), { signal });
  if (!isRecord(answer) || !Array.isArray(answer.people)) throw unreadable();
  return answer.people.flatMap((person: unknown) => readPerson(person) ?? []);
}

/** Puts somebody out at once. @throws ApiError 404 where they have gone already. */
export async function removePerson(mapId: string, clientId: number): Promise<Removal> {
  const answer = await callApi(mapPath(mapId, `/people/${clientId}`), { method: "DELETE" });
  const link = isRecord(answer) ? readLink(answer.link) : undefined;
  if (!isRecord(answer) || link === undefined) throw unreadable();
  return { isKeptOut: answer.isKeptOut === true, link };
}

/** Those who were removed, the oldest first. @throws ApiError */
export async function fetchRemoved(mapId: string, signal: AbortSignal): Promise<readonly RemovedPerson[]> {
  const answer = await callApi(mapPath(mapId, "/removed"), { signal });
  if (!isRecord(answer) || !Array.isArray(answer.removed)) throw unreadable();
  return answer.removed.flatMap((one: unknown) =>
    isRecord(one) && typeof one.id === "string"
      ? [{ id: one.id, name: String(one.name ?? ""), removedAt: readDate(one.removedAt) }]
      : [],
  );
}

/** Lets somebody in again who was removed. @throws ApiError */
export async function letBackIn(mapId: string, removedId: string): Promise<void> {
  await callApi(mapPath(mapId, `/removed/${encodeURIComponent(removedId)}`), { method: "DELETE" });
}

function readPerson(value: unknown): PersonHere | undefined {
  if (!isRecord(value) || !isRole(value.role)) return undefined;
  return {
    clientId: typeof value.client === "number" ? value.client : undefined,
    name: typeof value.name === "string" ? value.name : "",
    role: value.role,
    label: typeof value.label === "string" ? value.label : "",
    isOwnBrowser: value.isOwnBrowser === true,
  };
}
