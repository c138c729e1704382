import { Hono } from "hono";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { Codes } from "../access/Codes.ts";
import { beginSession } from "./beginSession.ts";
import { callerWithToken } from "./callerOf.ts";
import { HttpError } from "./HttpError.ts";
import { readBody } from "./readBody.ts";
import { readFields, textField } from "./requestFields.ts";
import type { Environment, Services } from "./Services.ts";

/** The same for a code that never was and for one whose time is over: nobody learns which codes there are. */
const noSuchCode =
  "This code opens no map. Check it letter by letter; if it is right, its time is over: ask the facilitator for a new one.";

/** Joining with a short code. */
export function joinRoutes(services: Services): Hono<Environment> {
  const { access, door, security } = services;
  const routes = new Hono<Environment>();
  const codes = new Codes();

  routes.post("/join", async (context) => {
    const { incoming } = context.env;
    const fields = readFields(await readBody(incoming, LIMITS.requestBodyBytes), ["code"]);
    const typed = textField(fields, "code");
    const address = door.addressOf(incoming);
    const token = await codes.tokenOf(typed, address);
    const map = token === null ? null : await access.findMapOfToken(token);
    if (token === null || map === null) {
      codes.hasFailed(typed);
      security.noteOnce({ kind: "join-failed", address });
      throw new HttpError(404, noSuchCode, "code");
    }
    codes.hasOpened(typed, token, address);
    const caller = await callerWithToken(services, context, map.id, token);
    return context.json(beginSession(services, context, caller, token));
  });

  return routes;
}
