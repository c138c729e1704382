import type { Context } from "hono";
import { includesRole, type Role } from "../../shared/protocol/roles.ts";
import type { Caller, Credentials } from "../access/Access.ts";
import { readBrowserId } from "../access/browserId.ts";
import { readCookies } from "../access/cookies.ts";
import { HttpError } from "./HttpError.ts";
import type { Environment, Services } from "./Services.ts";

export type KnownCaller = Extract<Caller, { kind: "known" }>;

const notFoundMessage = "There is no such map, or this link does not open it.";
const removedMessage =
  "The facilitator has removed you from this map. If that was a mistake, ask them to let you back in.";

/**
 * The caller of a call about a map, if the role suffices.
 * @throws HttpError 404 where the caller may not see the map, 403 where the role is too low or the browser was sent away;
 * TooManyTries
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

/** The caller who shows this token. @throws HttpError 404 where it does not open the map, 403 where the browser was sent away; TooManyTries */
export async function callerWithToken(
  services: Services,
  context: Context<Environment>,
  mapId: string,
  token: string,
): Promise<KnownCaller> {
  return known(await services.door.identify(mapId, context.env.incoming, { token }));
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

function known(caller: Caller): KnownCaller {
  if (caller.kind === "removed") throw new HttpError(403, removedMessage);
  if (caller.kind !== "known") throw new HttpError(404, notFoundMessage);
  return caller;
}
