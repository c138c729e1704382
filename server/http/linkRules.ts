import { LIMITS } from "../../shared/protocol/limits.ts";
import { isRole, type Role } from "../../shared/protocol/roles.ts";
import { isSignInDemand, SIGN_IN_DEMANDS, type SignInDemand } from "../../shared/protocol/signIn.ts";
import { type Access, isExpired } from "../access/Access.ts";
import type { AddressLimiter } from "../access/AddressLimiter.ts";
import { signInRefusal } from "../access/signInRefusal.ts";
import type { LinkRecord, MapRecord } from "../storage/AccessStore.ts";
import type { KnownCaller } from "./callerOf.ts";
import { HttpError } from "./HttpError.ts";
import type { Fields } from "./requestFields.ts";
import { checkPace } from "./TooManyRequests.ts";

/** The links of a map that are not revoked. */
export async function unrevokedLinks(access: Access, mapId: string): Promise<readonly LinkRecord[]> {
  return (await access.listLinks(mapId)).filter((link) => link.revokedAt === null);
}

/** @throws HttpError 400 where a map has as many links as it may; TooManyRequests where they are made too fast. */
export async function checkRoom(access: Access, making: AddressLimiter, mapId: string): Promise<void> {
  checkPace(making.take(mapId), "Too many links are being made for this map. Try again in a moment.");
  if ((await unrevokedLinks(access, mapId)).length < LIMITS.linksPerMap) return;
  throw new HttpError(400, `A map has at most ${LIMITS.linksPerMap} links. Revoke some first.`);
}

/** @throws HttpError 400 where nobody could look after the map once this link is gone. */
export function checkOwnerStays(links: readonly LinkRecord[], linkId: string): void {
  const owners = links.filter((link) => link.role === "owner" && !isExpired(link));
  if (!owners.some(({ id }) => id === linkId)) return;
  if (owners.some(({ id, expiresAt }) => id !== linkId && expiresAt === null)) return;
  throw new HttpError(
    400,
    "This is the last owner's link that does not expire: nobody could look after the map.",
  );
}

/** @throws HttpError 400 */
export function roleField({ role }: Fields, allowed: readonly Role[]): Role {
  if (isRole(role) && allowed.includes(role)) return role;
  throw new HttpError(400, `The field "role" must be one of ${allowed.join(", ")}.`, "role");
}

/** What a link is to demand of people. @throws HttpError 400 where it is no demand, or none that anybody could meet. */
export function demandField(
  { signIn }: Fields,
  { organisation }: Pick<MapRecord, "organisation">,
  canSignIn: boolean,
): SignInDemand {
  if (!isSignInDemand(signIn)) {
    throw new HttpError(400, `The field "signIn" must be one of ${SIGN_IN_DEMANDS.join(", ")}.`, "signIn");
  }
  if (signIn !== "none" && !canSignIn) throw new HttpError(400, "Nobody signs in on this server.", "signIn");
  if (signIn === "organisation" && organisation === null) {
    const message =
      "This map belongs to no organisation: a map belongs to that of whoever is signed in when they make it.";
    throw new HttpError(400, message, "signIn");
  }
  return signIn;
}

/** @throws HttpError 400 where an owner would lose the map by what their own link is to demand. */
export function checkStaysIn({ link, map, person }: KnownCaller, linkId: string, signIn: SignInDemand): void {
  if (link.id !== linkId || signInRefusal({ signIn, organisation: map.organisation }, person) === null)
    return;
  const message = "This is your own link: sign in first, or you would lose the map yourself.";
  throw new HttpError(400, message, "signIn");
}

/** @throws HttpError 400 */
export function checkCodeExpiry(expiresAt: number | null, madeAt: number): void {
  if (expiresAt !== null && expiresAt <= madeAt + LIMITS.longestCodeMs) return;
  throw new HttpError(400, "A short code expires within 24 hours. For longer, make a link.", "expiresAt");
}
