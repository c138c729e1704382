import { isRole, ROLES, type Role } from "../../../shared/protocol/roles.ts";
import { ApiError, callApi, isRecord } from "../../sync/callApi.ts";
import { mapPath } from "../../sync/enterMap.ts";

/** A link of a map, without its token: that is shown only when it is made. */
export interface MapLink {
  readonly id: string;
  readonly role: Role;
  readonly label: string;
  readonly expiresAt: Date | undefined;
  readonly lastUsedAt: Date | undefined;
}

export interface NewLink {
  readonly role: Role;
  readonly label: string;
  /** Undefined: it does not expire. */
  readonly expiresAt: Date | undefined;
}

/**
 * The links of a map that are not revoked, the strongest role first.
 * @throws ApiError
 */
export async function fetchLinks(mapId: string, signal: AbortSignal): Promise<readonly MapLink[]> {
  const answer = await callApi(mapPath(mapId, "/links"), { signal });
  if (!isRecord(answer) || !Array.isArray(answer.links)) throw unreadable();
  const links: MapLink[] = answer.links.flatMap((link: unknown) => readLink(link) ?? []);
  return links.sort((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role));
}

/**
 * Makes a link.
 * @returns its address, which nobody can ask for again.
 * @throws ApiError
 */
export async function makeLink(mapId: string, { role, label, expiresAt }: NewLink): Promise<string> {
  const body = { role, label, ...(expiresAt !== undefined && { expiresAt: expiresAt.toISOString() }) };
  const answer = await callApi(mapPath(mapId, "/links"), { method: "POST", body });
  if (!isRecord(answer)) throw unreadable();
  if (typeof answer.link === "string") return answer.link;
  if (typeof answer.token !== "string") throw unreadable();
  return `${location.origin}/m/${encodeURIComponent(mapId)}#${answer.token}`;
}

/**
 * Revokes a link: everybody who came by it is put out at once.
 * @throws ApiError
 */
export async function revokeLink(mapId: string, linkId: string): Promise<void> {
  await callApi(mapPath(mapId, `/links/${encodeURIComponent(linkId)}`), { method: "DELETE" });
}

function readLink(value: unknown): MapLink | undefined {
  if (!isRecord(value) || typeof value.id !== "string" || !isRole(value.role)) return undefined;
  return {
    id: value.id,
    role: value.role,
    label: typeof value.label === "string" ? value.label : "",
    expiresAt: readDate(value.expiresAt),
    lastUsedAt: readDate(value.lastUsedAt),
  };
}

function readDate(value: unknown): Date | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function unreadable(): ApiError {
  return new ApiError("The server’s answer could not be read. Reload the page and try again.", 500);
}
