import { type Context, Hono } from "hono";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { AddressLimiter } from "../access/AddressLimiter.ts";
import { MAP_ORDERS, type MapListing, type MapOrder } from "../storage/AccessStore.ts";
import { HttpError } from "./HttpError.ts";
import { isKey } from "./isKey.ts";
import { isoTime } from "./publicLink.ts";
import { addressForCaller } from "./requestAddress.ts";
import type { Environment, Services } from "./Services.ts";
import { publicEvent } from "./securityLogRoutes.ts";
import { checkPace } from "./TooManyRequests.ts";

const mapsPerPage = 50;
const mostEvents = 500;
const noLinks = new Map();

/** For whoever runs the server and holds its administrator's key. Where none is set, there are no such calls. */
export function adminRoutes(services: Services): Hono<Environment> {
  const { access, door, log, metrics, people, rooms, security } = services;
  const routes = new Hono<Environment>();
  const tries = new AddressLimiter(LIMITS.adminTriesPerSecond, LIMITS.adminTriesBurst);

  routes.use(async (context, next) => {
    checkKey(context);
    await next();
  });

  routes.get("/maps", async (context) => {
    const page = numberQuery(context.req.query("page"));
    const { total, maps } = await access.listMaps({
      search: (context.req.query("search") ?? "").slice(0, LIMITS.titleCharacters),
      order: orderOf(context.req.query("sort")),
      isDescending: context.req.query("direction") === "descending",
      offset: page * mapsPerPage,
      count: mapsPerPage,
    });
    note(context, "admin-listed");
    return context.json({ total, page, perPage: mapsPerPage, maps: maps.map(publicMap) });
  });

  routes.delete("/maps/:id", async (context) => {
    const id = await knownMap(context.req.param("id"));
    await rooms.deleteMap(id, () => access.deleteMap(id));
    metrics.deletedMaps.inc({ by: "administrator" });
    log.info({ mapId: id }, "A map was deleted by an administrator.");
    note(context, "admin-deleted", id);
    return context.body(null, 204);
  });

  routes.post("/maps/:id/owner-link", async (context) => {
    const id = await knownMap(context.req.param("id"));
    const label = "Made by the administrator";
    const wanted = { mapId: id, role: "owner", label, expiresAt: null, signIn: "none" } as const;
    const { link, token } = await access.addLink(wanted);
    note(context, "admin-owner-link", id, link.id);
    const base = addressForCaller(context, services);
    return context.json({ link: `${base}/m/${id}#${token}` }, 201);
  });

  routes.get("/security-log", async (context) => {
    const mapId = context.req.query("map");
    const events = await security.list({ count: mostEvents, ...(mapId !== undefined && { mapId }) });
    return context.json({
      events: events.map((event) => ({ ...publicEvent(event, noLinks), map: event.mapId || null })),
    });
  });

  /** @throws HttpError 404, 401; TooManyRequests */
  function checkKey(context: Context<Environment>): void {
    if (services.adminKey === null) throw new HttpError(404, "There is no such call.");
    const address = door.addressOf(context.env.incoming);
    checkPace(tries.waitSeconds(address), "Too many wrong keys. Wait before you try again.");
    if (isKey(context.req.header("plumbline-admin-key"), services.adminKey)) return;
    tries.take(address);
    security.noteOnce({ kind: "admin-refused", address });
    throw new HttpError(401, "This needs the administrator's key of this server.");
  }

  async function knownMap(id: string): Promise<string> {
    if (await access.findMap(id)) return id;
    throw new HttpError(404, "There is no such map.");
  }

  function note(
    { env }: Context<Environment>,
    kind: "admin-listed" | "admin-deleted" | "admin-owner-link",
    mapId = "",
    aboutLinkId?: string,
  ): void {
    const noted = {
      kind,
      mapId,
      address: door.addressOf(env.incoming),
      ...(aboutLinkId !== undefined && { aboutLinkId }),
    };
    if (kind === "admin-listed") security.noteOnce(noted);
    else security.note(noted);
  }

  function publicMap({ id, title, createdAt, lastUsedAt, links, bytes }: MapListing) {
    return {
      id,
      title,
      createdAt: isoTime(createdAt),
      lastUsedAt: isoTime(lastUsedAt),
      links,
      people: people.countOn(id),
      bytes,
    };
  }

  return routes;
}

function orderOf(text = "created"): MapOrder {
  const order = MAP_ORDERS.find((one) => one === text);
  if (order) return order;
  throw new HttpError(400, `"sort" must be one of ${MAP_ORDERS.join(", ")}.`, "sort");
}

function numberQuery(text = "0"): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new HttpError(400, '"page" must be a whole number from 0.', "page");
}
