import { Hono } from "hono";
import { isoDate } from "../../shared/model/field.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { ROLES } from "../../shared/protocol/roles.ts";
import { hashToken, newPublicId } from "../access/tokens.ts";
import { SERVER_AUTHOR } from "../storage/Author.ts";
import { today } from "../today.ts";
import { callerOf } from "./callerOf.ts";
import { HttpError } from "./HttpError.ts";
import { NewMapLimiter } from "./NewMapLimiter.ts";
import { pictureHeaders } from "./pictureHeaders.ts";
import { readBody } from "./readBody.ts";
import { addressForCaller } from "./requestAddress.ts";
import type { Environment, Services } from "./Services.ts";

/** Making, reading, drawing and deleting maps. */
export function mapRoutes(services: Services): Hono<Environment> {
  const { access, jobs, log, metrics, rooms, storage } = services;
  const routes = new Hono<Environment>();
  const limiter = new NewMapLimiter();

  routes.post("/", async (context) => {
    if (!isKey(context.req.header("plumbline-signup-key"), services.signupKey)) {
      throw new HttpError(401, "Making a map needs the sign-up key of this server.");
    }
    const { incoming } = context.env;
    const address = services.trustedProxies.clientAddress(
      incoming.socket.remoteAddress ?? "",
      context.req.header("x-forwarded-for"),
    );
    if (!limiter.mayMakeMap(address)) throw new HttpError(429, "Too many new maps. Try again in a minute.");
    const { title, update } = await jobs.newMap(await readBody(incoming, LIMITS.mapBodyBytes));
    const id = newPublicId();
    // The document first: a map without one would never open.
    await storage.documents.append(id, [{ update, author: SERVER_AUTHOR, at: Date.now() }]);
    const tokens = await access.createMap(id, title);
    metrics.madeMaps.inc();
    log.info({ mapId: id }, "A map was made.");
    const base = addressForCaller(context, services);
    const links = Object.fromEntries(ROLES.map((role) => [role, `${base}/m/${id}#${tokens[role]}`]));
    return context.json({ id, title, links }, 201);
  });

  routes.get("/:id", async (context) => {
    const id = context.req.param("id");
    await callerOf(services, context, id, "viewer");
    return json(await jobs.mapFile(await stateOf(id)));
  });

  routes.get("/:id/findings", async (context) => {
    const id = context.req.param("id");
    const { link } = await callerOf(services, context, id, "viewer");
    return json(await jobs.findings(await stateOf(id), link.role === "owner"));
  });

  routes.get("/:id/export.svg", async (context) => {
    const id = context.req.param("id");
    await callerOf(services, context, id, "viewer");
    const picture = await jobs.svg(await stateOf(id), dateOf(context.req.query("date")));
    return new Response(picture, { headers: pictureHeaders("image/svg+xml; charset=utf-8", "map.svg") });
  });

  routes.get("/:id/export.png", async (context) => {
    const id = context.req.param("id");
    await callerOf(services, context, id, "viewer");
    const { png, reducedFrom } = await jobs.png(await stateOf(id), dateOf(context.req.query("date")));
    const headers = pictureHeaders("image/png", "map.png");
    if (reducedFrom) headers.set("Plumbline-Reduced-From", `${reducedFrom.widthPx}x${reducedFrom.heightPx}`);
    return new Response(new Uint8Array(png), { headers });
  });

  routes.delete("/:id", async (context) => {
    const id = context.req.param("id");
    await callerOf(services, context, id, "owner");
    await rooms.deleteMap(id, () => access.deleteMap(id));
    metrics.deletedMaps.inc({ by: "owner" });
    log.info({ mapId: id }, "A map was deleted by its owner.");
    return context.body(null, 204);
  });

  async function stateOf(id: string): Promise<readonly Uint8Array[]> {
    const updates = await rooms.readMap(id);
    if (!updates) throw new Error(`The document of map ${id} is missing.`);
    return updates;
  }

  return routes;
}

/** Compares hashes, so that the time it takes tells nothing of the key. */
function isKey(shown: string | undefined, key: string | null): boolean {
  return key === null || (shown !== undefined && hashToken(shown) === hashToken(key));
}

/** The day that a picture bears: today unless the caller names one. */
function dateOf(date: string | undefined): string {
  if (date === undefined) return today();
  if (isoDate.check.safeParse(date).success) return date;
  throw new HttpError(400, `The date must be ${isoDate.expected}.`, "date");
}

function json(text: string): Response {
  return new Response(text, { headers: { "Content-Type": "application/json" } });
}
