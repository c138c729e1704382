import { Hono } from "hono";
import { CLOSE_CODE } from "../../shared/protocol/closeCodes.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { ROLES } from "../../shared/protocol/roles.ts";
import type { AddressLimiter } from "../access/AddressLimiter.ts";
import type { LinkChange } from "../storage/AccessStore.ts";
import { callerOf } from "./callerOf.ts";
import { HttpError } from "./HttpError.ts";
import {
  checkCodeExpiry,
  checkOwnerStays,
  checkRoom,
  checkStaysIn,
  demandField,
  roleField,
  unrevokedLinks,
} from "./linkRules.ts";
import { publicLink } from "./publicLink.ts";
import { readBody } from "./readBody.ts";
import { addressForCaller } from "./requestAddress.ts";
import { futureField, readFields, textField } from "./requestFields.ts";
import type { Environment, Services } from "./Services.ts";

/** The links of a map: for its owners. @param making limits how many are made for a map. */
export function linkRoutes(services: Services, making: AddressLimiter): Hono<Environment> {
  const { access, directory, door, live, people, rooms, security } = services;
  const canSignIn = directory !== null;
  const routes = new Hono<Environment>();

  routes.get("/:id/links", async (context) => {
    const id = context.req.param("id");
    await callerOf(services, context, id, "owner");
    const counts = people.countByLink(id);
    const links = await unrevokedLinks(access, id);
    return context.json({ links: links.map((link) => publicLink(link, counts.get(link.id) ?? 0)) });
  });

  routes.post("/:id/links", async (context) => {
    const id = context.req.param("id");
    const by = await callerOf(services, context, id, "owner");
    const fields = readFields(await readBody(context.env.incoming, LIMITS.requestBodyBytes), [
      "role",
      "label",
      "expiresAt",
      "signIn",
    ]);
    const role = roleField(fields, ROLES);
    const label = fields.label === undefined ? "" : textField(fields, "label");
    const expiresAt = futureField(fields, "expiresAt");
    const signIn = fields.signIn === undefined ? "none" : demandField(fields, by.map, canSignIn);
    await checkRoom(access, making, id);
    const { link, token } = await access.addLink({ mapId: id, role, label, expiresAt, signIn });
    const address = door.addressOf(context.env.incoming);
    security.note({ kind: "link-made", mapId: id, by, aboutLinkId: link.id, detail: role, address });
    const base = addressForCaller(context, services);
    return context.json({ ...publicLink(link, 0), token, link: `${base}/m/${id}#${token}` }, 201);
  });

  routes.patch("/:id/links/:link", async (context) => {
    const { id, link: linkId } = context.req.param();
    const by = await callerOf(services, context, id, "owner");
    const fields = readFields(await readBody(context.env.incoming, LIMITS.requestBodyBytes), [
      "label",
      "expiresAt",
      "signIn",
    ]);
    const change: LinkChange = {
      ...(fields.label !== undefined && { label: textField(fields, "label") }),
      ...(fields.expiresAt !== undefined && { expiresAt: futureField(fields, "expiresAt") }),
      ...(fields.signIn !== undefined && { signIn: demandField(fields, by.map, canSignIn) }),
    };
    const links = await unrevokedLinks(access, id);
    const link = links.find((one) => one.id === linkId);
    if (!link) throw new HttpError(404, "There is no such link.");
    const { expiresAt, signIn } = change;
    if (link.isCode && expiresAt !== undefined) checkCodeExpiry(expiresAt, link.createdAt);
    if (typeof expiresAt === "number") checkOwnerStays(links, linkId);
    if (signIn !== undefined) checkStaysIn(by, linkId, signIn);
    const changed = await access.changeLink(id, linkId, change);
    if (!changed) throw new HttpError(404, "There is no such link.");
    if (signIn !== undefined) live.sendAwayWhoMayNotStay();
    const address = door.addressOf(context.env.incoming);
    security.note({ kind: "link-changed", mapId: id, by, aboutLinkId: linkId, address });
    return context.json(publicLink(changed, people.countByLink(id).get(linkId) ?? 0));
  });

  routes.delete("/:id/links/:link", async (context) => {
    const { id, link: linkId } = context.req.param();
    const by = await callerOf(services, context, id, "owner");
    checkOwnerStays(await unrevokedLinks(access, id), linkId);
    if (!(await access.revokeLink(id, linkId))) throw new HttpError(404, "There is no such link.");
    rooms.closeLink(linkId, CLOSE_CODE.revoked, "revoked");
    const address = door.addressOf(context.env.incoming);
    security.note({ kind: "link-revoked", mapId: id, by, aboutLinkId: linkId, address });
    return context.body(null, 204);
  });

  return routes;
}
