import { Hono } from "hono";
import { LIMITS } from "../../shared/protocol/limits.ts";
import type { PersonHere } from "../room/People.ts";
import { callerOf, type KnownCaller } from "./callerOf.ts";
import { HttpError } from "./HttpError.ts";
import { isoTime, publicLink } from "./publicLink.ts";
import type { Environment, Services } from "./Services.ts";

/** Who is on a map now, and who was sent away: for its owners. */
export function peopleRoutes(services: Services): Hono<Environment> {
  const { access, door, people, security } = services;
  const routes = new Hono<Environment>();

  routes.get("/:id/people", async (context) => {
    const id = context.req.param("id");
    const caller = await callerOf(services, context, id, "owner");
    return context.json({ people: people.on(id).map((person) => publicPerson(person, caller)) });
  });

  routes.delete("/:id/people/:client", async (context) => {
    const { id, client } = context.req.param();
    const caller = await callerOf(services, context, id, "owner");
    const person = people.find(id, Number(client));
    if (!person) throw new HttpError(404, "This person is not on the map any more.");
    const { browser, link } = person;
    if (browser !== null && browser === caller.browser) {
      throw new HttpError(400, "This is your own browser: you would lose the map yourself.");
    }
    if (browser !== null) {
      if ((await access.listRemoved(id)).length >= LIMITS.removedPerMap) {
        throw new HttpError(400, "Too many people are kept out of this map. Let some back in first.");
      }
      await access.removeBrowser(id, browser, person.name);
    }
    await people.sendAway(id, person);
    const address = door.addressOf(context.env.incoming);
    security.note({ kind: "removed", mapId: id, by: caller, aboutLinkId: link.id, address });
    const left = people.on(id).filter((other) => other.link.id === link.id).length;
    return context.json({ isKeptOut: browser !== null, link: publicLink(link, left) });
  });

  routes.get("/:id/removed", async (context) => {
    const id = context.req.param("id");
    await callerOf(services, context, id, "owner");
    const removed = await access.listRemoved(id);
    return context.json({
      removed: removed.map((one) => ({ id: one.id, name: one.name, removedAt: isoTime(one.removedAt) })),
    });
  });

  routes.delete("/:id/removed/:removed", async (context) => {
    const { id, removed } = context.req.param();
    const by = await callerOf(services, context, id, "owner");
    if (!(await access.letBackIn(id, removed))) throw new HttpError(404, "This person is not kept out.");
    const address = door.addressOf(context.env.incoming);
    security.note({ kind: "let-back-in", mapId: id, by, address });
    return context.body(null, 204);
  });

  return routes;
}

function publicPerson(person: PersonHere, caller: KnownCaller) {
  const { clientId, name, organisation, isVerified, link, browser, since } = person;
  return {
    client: clientId,
    name,
    organisation,
    isVerified,
    role: link.role,
    link: link.id,
    label: link.label,
    since: isoTime(since),
    isOwnBrowser: browser !== null && browser === caller.browser,
  };
}
