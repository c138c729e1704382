import type { Context } from "hono";
import { includesRole, type Role } from "../../shared/protocol/roles.ts";
import { SIGN_IN_REASONS, type SignInRefusal } from "../../shared/protocol/signIn.ts";
import type { Caller, Credentials } from "../access/Access.ts";
import { readBrowserId } from "../access/browserId.ts";
import { readCookies, sessionCookies } from "../access/cookies.ts";
import { HttpError } from "./HttpError.ts";
import { isSecureCall } from "./requestAddress.ts";
import type { Environment, Services } from "./Services.ts";
import { SignInRefused } from "./SignInRefused.ts";

export type KnownCaller = Extract<Caller, { kind: "known" }>;

const notFoundMessage = "There is no such map, or this link does not open it.";
const removedMessage =
  "The facilitator has removed you from this map. If that was a mistake, ask them to let you back in.";

/**
 * The caller of a call about a map, if the role suffices.
 * @throws HttpError 404 where the caller may not see the map, 403 where the role is too low or the browser was sent away;
 * SignInRefused where the link demands a sign-in; TooManyTries
 */
export async function callerOf(
  services: Services,
  context: Context<Environment>,
  mapId: string,
  needed: Role,
): Promise<KnownCaller> {
  const caller = known(await services.door.identify(mapId, context.env.incoming, credentialsOf(context)));
  if (!includesRole(caller.link.role, needed)) {
    throw new HttpError(403, `This needs the role ${needed}; this link gives the role ${caller.link.role}.`);
  }
  return caller;
}

/**
 * The caller who shows this token. Where it demands a sign-in, its cookies are set all the same: whoever comes back from signing in
 * has the token no longer, and goes on with them.
 * @throws HttpError 404 where it does not open the map, 403 where the browser was sent away; SignInRefused; TooManyTries
 */
export async function callerWithToken(
  services: Services,
  context: Context<Environment>,
  mapId: string,
  token: string,
): Promise<KnownCaller> {
  const caller = await services.door.identify(mapId, context.env.incoming, { token });
  if (isRefusedSignIn(caller)) {
    for (const cookie of sessionCookies(caller.link, token, isSecureCall(context, services)))
      context.header("Set-Cookie", cookie, { append: true });
  }
  return known(caller);
}

/** What a call shows of who it comes from. */
export function credentialsOf(context: Context<Environment>): Credentials {
  const [scheme, token] = (context.req.header("authorization") ?? "").split(" ", 2);
  const cookie = context.req.header("cookie");
  return {
    token: scheme?.toLowerCase() === "bearer" ? (token ?? "") : undefined,
    tokenByLink: readCookies(cookie),
    linkId: context.req.query("link"),
    browserId: readBrowserId(cookie),
  };
}

function isRefusedSignIn(caller: Caller): caller is Extract<Caller, { kind: SignInRefusal }> {
  return caller.kind === SIGN_IN_REASONS.needed || caller.kind === SIGN_IN_REASONS.otherOrganisation;
}

function known(caller: Caller): KnownCaller {
  if (isRefusedSignIn(caller)) throw new SignInRefused(caller.kind, caller.link.id, caller.map.organisation);
  if (caller.kind === "removed") throw new HttpError(403, removedMessage);
  if (caller.kind !== "known") throw new HttpError(404, notFoundMessage);
  return caller;
}
