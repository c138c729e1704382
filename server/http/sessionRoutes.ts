import { Hono } from "hono";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { AddressLimiter } from "../access/AddressLimiter.ts";
import { beginSession, goOnWithSession } from "./beginSession.ts";
import { callerOf, callerWithToken } from "./callerOf.ts";
import { readBody } from "./readBody.ts";
import { readFields, textField } from "./requestFields.ts";
import type { Environment, Services } from "./Services.ts";
import { checkPace } from "./TooManyRequests.ts";

/** Turns the token of a link into a cookie, and says on a reload which link a tab speaks for. */
export function sessionRoutes(services: Services): Hono<Environment> {
  const routes = new Hono<Environment>();
  const sessions = new AddressLimiter(LIMITS.sessionsPerSecond, LIMITS.sessionsBurst);

  routes.post("/session", async (context) => {
    const address = services.door.addressOf(context.env.incoming);
    checkPace(sessions.take(address), "Too many people come at once. Try again in a moment.");
    const fields = readFields(await readBody(context.env.incoming, LIMITS.requestBodyBytes), [
      "map",
      "token",
    ]);
    const token = textField(fields, "token");
    const caller = await callerWithToken(services, context, textField(fields, "map"), token);
    return context.json(beginSession(services, context, caller, token));
  });

  routes.get("/maps/:id/session", async (context) => {
    const caller = await callerOf(services, context, context.req.param("id"), "viewer");
    return context.json(goOnWithSession(services, context, caller));
  });

  return routes;
}
