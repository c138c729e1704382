import type { Context } from "hono";
import { browserCookie, newBrowserId, readBrowserId } from "../access/browserId.ts";
import { sessionCookies } from "../access/cookies.ts";
import { shownName } from "../access/SignedInPerson.ts";
import type { KnownCaller } from "./callerOf.ts";
import { isSecureCall } from "./requestAddress.ts";
import type { Environment, Services } from "./Services.ts";

/** Sets the cookies of a session: those of the link, and the browser's own where it has none. Answers what the page needs to know. */
export function beginSession(
  services: Services,
  context: Context<Environment>,
  caller: KnownCaller,
  token: string,
) {
  for (const cookie of sessionCookies(caller.link, token, isSecureCall(context, services))) {
    context.header("Set-Cookie", cookie, { append: true });
  }
  return goOnWithSession(services, context, caller);
}

/** The same for a browser that has the cookies of the link. */
export function goOnWithSession(services: Services, context: Context<Environment>, caller: KnownCaller) {
  if (readBrowserId(context.req.header("cookie")) === undefined) {
    const cookie = browserCookie(newBrowserId(), isSecureCall(context, services));
    context.header("Set-Cookie", cookie, { append: true });
  }
  services.door.noteOpened(caller, context.env.incoming);
  const { map, link, person } = caller;
  const { id, title, organisation } = map;
  return {
    id,
    title,
    role: link.role,
    link: link.id,
    ...(organisation !== null && { organisation }),
    ...(person && { person: shownName(person) }),
  };
}
