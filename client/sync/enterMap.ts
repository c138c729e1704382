import { isRole, type Role } from "../../shared/protocol/roles.ts";
import { ApiError, callApi, isRecord } from "./callApi.ts";
import { noteKey } from "./heldKeys.ts";
import { noteOrganisation } from "./mapOrganisation.ts";
import { tabStorage } from "./webStorage.ts";

/** What a tab may do with a map, and through which link. */
export interface MapAccess {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  /** The link's id; no secret. */
  readonly link: string;
}

const linkKey = (mapId: string) => `plumbline.link.${mapId}`;

/**
 * Gets this tab in: with the token of a link where there is one (the browser keeps it as a cookie that scripts cannot read), else
 * through the link that the tab came by before, else through the strongest that this browser holds.
 * @throws ApiError 401, 403 or 404 where the link is not valid or there is no such map, 0 where the server cannot be reached. Where a
 * sign-in is missing, the tab speaks for the link all the same: whoever comes back signed in has its token no longer.
 */
export async function enterMap(
  mapId: string,
  token: string | undefined,
  signal: AbortSignal,
): Promise<MapAccess> {
  const answer = await askFor(mapId, token, signal);
  const access = readAccess(answer);
  rememberLink(mapId, access.link);
  noteOrganisation(mapId, answer);
  noteKey(mapId);
  return access;
}

async function askFor(mapId: string, token: string | undefined, signal: AbortSignal): Promise<unknown> {
  try {
    return token === undefined
      ? await callApi(sessionPath(mapId), { signal })
      : await callApi("/api/session", { method: "POST", body: { map: mapId, token }, signal });
  } catch (error) {
    if (error instanceof ApiError && error.signIn !== undefined) rememberLink(mapId, error.signIn.link);
    throw error;
  }
}

/** Has this tab speak for a link from now on, by the link's id. */
export function rememberLink(mapId: string, link: string): void {
  tabStorage.set(linkKey(mapId), link);
}

/** The id of the link that this tab came by, if it has come. */
export function rememberedLink(mapId: string): string | undefined {
  return tabStorage.get(linkKey(mapId));
}

/** Has this tab forget how it came to a map. */
export function forgetLink(mapId: string): void {
  tabStorage.remove(linkKey(mapId));
}

/** The path of a call about a map, speaking for the link that this tab came by. */
export function mapPath(mapId: string, rest = ""): string {
  const link = rememberedLink(mapId);
  const query = link === undefined ? "" : `?link=${encodeURIComponent(link)}`;
  return `/api/maps/${encodeURIComponent(mapId)}${rest}${query}`;
}

function sessionPath(mapId: string): string {
  return mapPath(mapId, "/session");
}

function readAccess(value: unknown): MapAccess {
  if (isRecord(value)) {
    const { id, title, role, link } = value;
    if (typeof id === "string" && typeof title === "string" && isRole(role) && typeof link === "string")
      return { id, title, role, link };
  }
  throw new ApiError("The server’s answer could not be read. Reload the page.", 500);
}
