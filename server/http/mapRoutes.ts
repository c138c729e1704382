import { type Context, Hono } from "hono";
import { isoDate } from "../../shared/model/field.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { ROLES } from "../../shared/protocol/roles.ts";
import { AddressLimiter } from "../access/AddressLimiter.ts";
import { newPublicId } from "../access/tokens.ts";
import { SERVER_AUTHOR } from "../storage/Author.ts";
import { StoreError } from "../storage/StoreError.ts";
import { today } from "../today.ts";
import { callerOf, type KnownCaller } from "./callerOf.ts";
import { HttpError } from "./HttpError.ts";
import { isKey } from "./isKey.ts";
import { pictureHeaders } from "./pictureHeaders.ts";
import { readBody } from "./readBody.ts";
import { addressForCaller } from "./requestAddress.ts";
import type { Environment, Services } from "./Services.ts";
import { checkPace } from "./TooManyRequests.ts";

/** Making, reading, drawing and deleting maps. */
export function mapRoutes(services: Services): Hono<Environment> {
  const { access, door, jobs, log, metrics, rooms, security, storage } = services;
  const routes = new Hono<Environment>();
  const making = new AddressLimiter(LIMITS.newMapsPerSecond, LIMITS.newMapsBurst);
  const wrongKeys = new AddressLimiter(LIMITS.signupTriesPerSecond, LIMITS.signupTriesBurst);
  const exporting = new AddressLimiter(LIMITS.exportsPerSecond, LIMITS.exportsBurst);

  routes.post("/", async (context) => {
    const { incoming } = context.env;
    const address = door.addressOf(incoming);
    const { signupKey } = services;
    if (signupKey !== null) checkSignupKey(context.req.header("plumbline-signup-key"), signupKey, address);
    checkPace(making.take(address), "Too many new maps. Try again in a minute.");
    // It might still take this one, and then nothing that is drawn on it.
    if (rooms.isStoreFailing) throw new StoreError("Changes of other maps are waiting for the store.");
    const { title, update } = await jobs.newMap(await readBody(incoming, LIMITS.mapBodyBytes));
    const id = newPublicId();
    const organisation = (await door.personOf(incoming))?.organisation ?? null;
    // The document first: a map without one would never open.
    await storage.documents.append(id, [{ update, author: SERVER_AUTHOR, at: Date.now() }]);
    const tokens = await access.createMap(id, title, organisation);
    metrics.madeMaps.inc();
    log.info({ mapId: id }, "A map was made.");
    security.note({ kind: "created", mapId: id, address });
    const base = addressForCaller(context, services);
    const links = Object.fromEntries(ROLES.map((role) => [role, `${base}/m/${id}#${tokens[role]}`]));
    return context.json({ id, title, links }, 201);
  });

  routes.get("/:id", async (context) => {
    const id = context.req.param("id");
    await exporterOf(context, id, "file");
    return json(await jobs.mapFile(await stateOf(id)));
  });

  routes.get("/:id/findings", async (context) => {
    const id = context.req.param("id");
    const { link } = await exporterOf(context, id, "findings");
    return json(await jobs.findings(await stateOf(id), link.role === "owner"));
  });

  routes.get("/:id/export.svg", async (context) => {
    const id = context.req.param("id");
    await exporterOf(context, id, "svg");
    const picture = await jobs.svg(await stateOf(id), dateOf(context.req.query("date")));
    return new Response(picture, { headers: pictureHeaders("image/svg+xml; charset=utf-8", "map.svg") });
  });

  routes.get("/:id/export.png", async (context) => {
    const id = context.req.param("id");
    await exporterOf(context, id, "png");
    const { png, reducedFrom } = await jobs.png(await stateOf(id), dateOf(context.req.query("date")));
    const headers = pictureHeaders("image/png", "map.png");
    if (reducedFrom) headers.set("Plumbline-Reduced-From", `${reducedFrom.widthPx}x${reducedFrom.heightPx}`);
    return new Response(new Uint8Array(png), { headers });
  });

  routes.delete("/:id", async (context) => {
    const id = context.req.param("id");
    const by = await callerOf(services, context, id, "owner");
    await rooms.deleteMap(id, () => access.deleteMap(id));
    metrics.deletedMaps.inc({ by: "owner" });
    log.info({ mapId: id }, "A map was deleted by its owner.");
    security.note({ kind: "deleted", mapId: id, by, address: door.addressOf(context.env.incoming) });
    return context.body(null, 204);
  });

  /** Whoever takes the map out of the server. @throws HttpError, TooManyTries as `callerOf`; TooManyRequests */
  async function exporterOf(context: Context<Environment>, id: string, detail: string): Promise<KnownCaller> {
    const address = door.addressOf(context.env.incoming);
    checkPace(exporting.take(address), "Too much is asked for at once. Try again in a moment.");
    const by = await callerOf(services, context, id, "viewer");
    security.noteOnce({ kind: "exported", mapId: id, by, detail, address });
    return by;
  }

  /** @throws HttpError 401; TooManyRequests */
  function checkSignupKey(shown: string | undefined, key: string, address: string): void {
    checkPace(wrongKeys.waitSeconds(address), "Too many wrong keys. Wait before you try again.");
    if (isKey(shown, key)) return;
    // Whoever shows none is asked for it: that is no wrong one.
    if (shown !== undefined) wrongKeys.take(address);
    throw new HttpError(401, "Making a map needs the sign-up key of this server.");
  }

  async function stateOf(id: string): Promise<readonly Uint8Array[]> {
    const updates = await rooms.readMap(id);
    if (!updates) throw new Error(`The document of map ${id} is missing.`);
    return updates;
  }

  return routes;
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
