import { Hono } from "hono";
import type { LinkRecord } from "../storage/AccessStore.ts";
import type { SecurityEvent } from "../storage/SecurityStore.ts";
import { callerOf } from "./callerOf.ts";
import { isoTime } from "./publicLink.ts";
import type { Environment, Services } from "./Services.ts";

const mostEvents = 500;

/** What has happened with a map's links and people: for its owners. */
export function securityLogRoutes(services: Services): Hono<Environment> {
  const routes = new Hono<Environment>();

  routes.get("/:id/security-log", async (context) => {
    const id = context.req.param("id");
    await callerOf(services, context, id, "owner");
    const events = await services.security.list({ mapId: id, count: mostEvents });
    const links = new Map((await services.access.listLinks(id)).map((link) => [link.id, link]));
    return context.json({ events: events.map((event) => publicEvent(event, links)) });
  });

  return routes;
}

/** An event with its links in words; a link is named for as long as its map is there. */
export function publicEvent(event: SecurityEvent, links: ReadonlyMap<string, LinkRecord>) {
  const { at, kind, linkId, role, aboutLinkId, detail, address } = event;
  return {
    at: isoTime(at),
    kind,
    by: linkId === null ? null : { link: linkId, label: links.get(linkId)?.label ?? "", role },
    about:
      aboutLinkId === null
        ? null
        : {
            link: aboutLinkId,
            label: links.get(aboutLinkId)?.label ?? "",
            role: links.get(aboutLinkId)?.role ?? null,
          },
    detail,
    address,
  };
}
