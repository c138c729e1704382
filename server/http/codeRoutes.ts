import { Hono } from "hono";
import { LIMITS } from "../../shared/protocol/limits.ts";
import type { AddressLimiter } from "../access/AddressLimiter.ts";
import { writtenCode } from "../access/shortCode.ts";
import { callerOf } from "./callerOf.ts";
import { checkCodeExpiry, checkRoom, demandField, roleField } from "./linkRules.ts";
import { publicLink } from "./publicLink.ts";
import { readBody } from "./readBody.ts";
import { addressForCaller } from "./requestAddress.ts";
import { futureField, readFields } from "./requestFields.ts";
import type { Environment, Services } from "./Services.ts";

const codeLabel = "Short code";

/** Short codes for the projector: made by owners. @param making limits how many links and codes are made for a map. */
export function codeRoutes(services: Services, making: AddressLimiter): Hono<Environment> {
  const { access, door, security } = services;
  const routes = new Hono<Environment>();

  routes.post("/:id/codes", async (context) => {
    const id = context.req.param("id");
    const by = await callerOf(services, context, id, "owner");
    const fields = readFields(await readBody(context.env.incoming, LIMITS.requestBodyBytes), [
      "role",
      "expiresAt",
      "signIn",
    ]);
    // A code is read out and guessed more easily than a link: it gives no one the map itself.
    const role = roleField(fields, ["editor", "commenter", "viewer"]);
    const now = Date.now();
    const expiresAt = futureField(fields, "expiresAt") ?? now + LIMITS.codeMs;
    checkCodeExpiry(expiresAt, now);
    const canSignIn = services.directory !== null;
    const signIn = fields.signIn === undefined ? "none" : demandField(fields, by.map, canSignIn);
    await checkRoom(access, making, id);
    const { link, code } = await access.addCode({ mapId: id, role, label: codeLabel, expiresAt, signIn });
    const address = door.addressOf(context.env.incoming);
    security.note({ kind: "code-made", mapId: id, by, aboutLinkId: link.id, detail: role, address });
    const base = addressForCaller(context, services);
    const join = { code: writtenCode(code), join: `${base}/join`, link: `${base}/join#${code}` };
    return context.json({ ...publicLink(link, 0), ...join }, 201);
  });

  return routes;
}
