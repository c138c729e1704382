import { Hono } from "hono";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { sessionCookies } from "../access/cookies.ts";
import { callerOf, callerWithToken, type KnownCaller } from "./callerOf.ts";
import { readBody } from "./readBody.ts";
import { isSecureCall } from "./requestAddress.ts";
import { readFields, textField } from "./requestFields.ts";
import type { Environment, Services } from "./Services.ts";

/** Turns the token of a link into a cookie, and says on a reload which link a tab speaks for. */
export function sessionRoutes(services: Services): Hono<Environment> {
  const routes = new Hono<Environment>();

  routes.post("/session", async (context) => {
    const fields = readFields(await readBody(context.env.incoming, LIMITS.requestBodyBytes), [
      "map",
      "token",
    ]);
    const token = textField(fields, "token");
    const caller = await callerWithToken(services, textField(fields, "map"), token);
    for (const cookie of sessionCookies(caller.link, token, isSecureCall(context, services))) {
      context.header("Set-Cookie", cookie, { append: true });
    }
    return context.json(sessionOf(caller));
  });

  routes.get("/maps/:id/session", async (context) => {
    return context.json(sessionOf(await callerOf(services, context, context.req.param("id"), "viewer")));
  });

  return routes;
}

function sessionOf({ map, link }: KnownCaller) {
  return { id: map.id, title: map.title, role: link.role, link: link.id };
}
