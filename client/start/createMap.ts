import type { SystemMap } from "../../shared/model/systemMap.ts";
import { isRole, ROLES, type Role } from "../../shared/protocol/roles.ts";
import { ApiError, callApi, isRecord } from "../sync/callApi.ts";
import { keepCreatedLinks } from "../sync/createdLinks.ts";
import { tabStorage } from "../sync/webStorage.ts";

const signupKey = "plumbline.signupKey";

/** What a new map starts from. */
export type Start =
  | { readonly template: string }
  | { readonly map: SystemMap }
  | Readonly<Record<string, never>>;

/**
 * Makes a map on the server.
 * @returns the path that opens it as its owner.
 * @throws ApiError 401 where this server asks for a sign-up key and has not been given the right one; else, for instance, with the place in the map that the server does not accept.
 */
export async function createMap(start: Start): Promise<string> {
  const key = tabStorage.get(signupKey);
  const headers = key === undefined ? {} : { "plumbline-signup-key": key };
  const answer = await callApi("/api/maps", { method: "POST", body: start, headers });
  if (!isRecord(answer) || typeof answer.id !== "string" || !isRecord(answer.links)) throw unreadable();
  const links = new Map<Role, string>();
  for (const [role, link] of Object.entries(answer.links))
    if (isRole(role) && typeof link === "string") links.set(role, link);
  const owner = links.get("owner");
  if (owner === undefined || links.size < ROLES.length) throw unreadable();
  keepCreatedLinks(answer.id, links);
  const { hash } = new URL(owner, location.href);
  return `/m/${encodeURIComponent(answer.id)}${hash}`;
}

/** Keeps the sign-up key that this server asks for, for as long as this tab. */
export function keepSignupKey(key: string): void {
  tabStorage.set(signupKey, key);
}

function unreadable(): ApiError {
  return new ApiError("The server’s answer could not be read. Reload the page and try again.", 500);
}
