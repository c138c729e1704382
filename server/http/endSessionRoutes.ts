import { Hono } from "hono";
import { endedBrowserCookie, endedCookies } from "../access/endedCookies.ts";
import { HttpError } from "./HttpError.ts";
import { isSecureCall } from "./requestAddress.ts";
import type { Environment, Services } from "./Services.ts";

const mapIds = /^[A-Za-z0-9_-]{1,64}$/;

/** Has a browser give up its keys: scripts cannot read them, so only the server can delete them. */
export function endSessionRoutes(services: Services): Hono<Environment> {
  const routes = new Hono<Environment>();

  // Also for a map that is gone, or a link that was revoked: whose cookies they are is for the browser to say.
  routes.delete("/maps/:id/session", (context) => {
    const mapId = context.req.param("id");
    if (!mapIds.test(mapId)) throw new HttpError(404, "There is no such map.");
    const isSecure = isSecureCall(context, services);
    for (const cookie of endedCookies(context.req.header("cookie"), mapId, isSecure)) {
      context.header("Set-Cookie", cookie, { append: true });
    }
    return context.body(null, 204);
  });

  routes.delete("/session", (context) => {
    context.header("Set-Cookie", endedBrowserCookie(isSecureCall(context, services)));
    return context.body(null, 204);
  });

  return routes;
}
