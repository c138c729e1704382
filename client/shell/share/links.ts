import { isRole, ROLES, type Role } from "../../../shared/protocol/roles.ts";
import { isSignInDemand, type SignInDemand } from "../../../shared/protocol/signIn.ts";
import { ApiError, callApi, isRecord } from "../../sync/callApi.ts";
import { mapPath } from "../../sync/enterMap.ts";

/** A link of a map, without its token: that is shown only when it is made. */
export interface MapLink {
  readonly id: string;
  readonly role: Role;
  readonly label: string;
  readonly expiresAt: Date | undefined;
  readonly lastUsedAt: Date | undefined;
  /** Whether a short code leads to it. */
  readonly isCode: boolean;
  /** What it demands of people. */
  readonly signIn: SignInDemand;
  /** How many are on it at this moment. */
  readonly people: number;
}

export interface NewLink {
  readonly role: Role;
  readonly label: string;
  /** Undefined: it does not expire. */
  readonly expiresAt: Date | undefined;
  readonly signIn: SignInDemand;
}

/** What is to be different about a link; what is left out stays. */
export interface LinkChange {
  readonly label?: string;
  /** Null: it does not expire. */
  readonly expiresAt?: Date | null;
  readonly signIn?: SignInDemand;
}

/** A short code, which nobody can ask for again. */
export interface NewCode {
  /** Id of its link. */
  readonly id: string;
  readonly role: Role;
  /** As it is read: `KTM4-7QXP`. */
  readonly code: string;
  /** Where it is typed. */
  readonly join: string;
  /** Where it need not be typed. */
  readonly address: string;
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
export async function makeLink(mapId: string, { role, label, expiresAt, signIn }: NewLink): Promise<string> {
  const body = {
    role,
    label,
    signIn,
    ...(expiresAt !== undefined && { expiresAt: expiresAt.toISOString() }),
  };
  const answer = await callApi(mapPath(mapId, "/links"), { method: "POST", body });
  if (!isRecord(answer)) throw unreadable();
  if (typeof answer.link === "string") return answer.link;
  if (typeof answer.token !== "string") throw unreadable();
  return `${location.origin}/m/${encodeURIComponent(mapId)}#${answer.token}`;
}

/**
 * Makes a short code.
 * @throws ApiError
 */
export async function makeCode(mapId: string, role: Role, expiresAt: Date): Promise<NewCode> {
  const body = { role, expiresAt: expiresAt.toISOString() };
  const answer = await callApi(mapPath(mapId, "/codes"), { method: "POST", body });
  const link = readLink(answer);
  if (link === undefined || !isRecord(answer)) throw unreadable();
  const { code, join, link: address } = answer;
  if (typeof code !== "string" || typeof join !== "string" || typeof address !== "string") throw unreadable();
  return { id: link.id, role: link.role, code, join, address, expiresAt: link.expiresAt };
}

/**
 * Changes a link, with effect at once on those who are on it.
 * @throws ApiError
 */
export async function changeLink(mapId: string, linkId: string, change: LinkChange): Promise<void> {
  await callApi(mapPath(mapId, `/links/${encodeURIComponent(linkId)}`), { method: "PATCH", body: change });
}

/**
 * Revokes a link: everybody who came by it is put out at once.
 * @throws ApiError
 */
export async function revokeLink(mapId: string, linkId: string): Promise<void> {
  await callApi(mapPath(mapId, `/links/${encodeURIComponent(linkId)}`), { method: "DELETE" });
}

/** A link in an answer of the server; undefined where it is none. */
export function readLink(value: unknown): MapLink | undefined {
  if (!isRecord(value) || typeof value.id !== "string" || !isRole(value.role)) return undefined;
  return {
    id: value.id,
    role: value.role,
    label: typeof value.label === "string" ? value.label : "",
    expiresAt: readDate(value.expiresAt),
    lastUsedAt: readDate(value.lastUsedAt),
    isCode: value.isCode === true,
    signIn: isSignInDemand(value.signIn) ? value.signIn : "none",
    people: typeof value.people === "number" ? value.people : 0,
  };
}

/** A moment in an answer of the server; undefined where it is none. */
export function readDate(value: unknown): Date | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** What is thrown for an answer that is not what was asked for. */
export function unreadable(): ApiError {
  return new ApiError("The server’s answer could not be read. Reload the page and try again.", 500);
}
