import { Hono } from "hono";
import { CLOSE_CODE } from "../../shared/protocol/closeCodes.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { isRole, ROLES } from "../../shared/protocol/roles.ts";
import { isExpired } from "../access/Access.ts";
import type { LinkRecord } from "../storage/AccessStore.ts";
import { callerOf } from "./callerOf.ts";
import { HttpError } from "./HttpError.ts";
import { readBody } from "./readBody.ts";
import { addressForCaller } from "./requestAddress.ts";
import { futureField, readFields, textField } from "./requestFields.ts";
import type { Environment, Services } from "./Services.ts";

/** The links of a map: for its owners. */
export function linkRoutes(services: Services): Hono<Environment> {
  const { access, rooms } = services;
  const routes = new Hono<Environment>();

  routes.get("/:id/links", async (context) => {
    const id = context.req.param("id");
    await callerOf(services, context, id, "owner");
    const links = (await access.listLinks(id)).filter((link) => link.revokedAt === null);
    return context.json({ links: links.map(publicLink) });
  });

  routes.post("/:id/links", async (context) => {
    const id = context.req.param("id");
    await callerOf(services, context, id, "owner");
    const body = await readBody(context.env.incoming, LIMITS.requestBodyBytes);
    const fields = readFields(body, ["role", "label", "expiresAt"]);
    const { role } = fields;
    if (!isRole(role))
      throw new HttpError(400, `The field "role" must be one of ${ROLES.join(", ")}.`, "role");
    const label = fields.label === undefined ? "" : textField(fields, "label");
    const expiresAt = futureField(fields, "expiresAt");
    const valid = (await access.listLinks(id)).filter((link) => link.revokedAt === null);
    if (valid.length >= LIMITS.linksPerMap) {
      throw new HttpError(400, `A map has at most ${LIMITS.linksPerMap} links. Revoke some first.`);
    }
    const { link, token } = await access.addLink(id, role, label, expiresAt);
    const base = addressForCaller(context, services);
    return context.json({ ...publicLink(link), token, link: `${base}/m/${id}#${token}` }, 201);
  });

  routes.delete("/:id/links/:link", async (context) => {
    const { id, link: linkId } = context.req.param();
    await callerOf(services, context, id, "owner");
    const valid = (await access.listLinks(id)).filter((link) => link.revokedAt === null && !isExpired(link));
    const isLastOwner =
      valid.some((link) => link.id === linkId && link.role === "owner") &&
      valid.every((link) => link.id === linkId || link.role !== "owner" || link.expiresAt !== null);
    if (isLastOwner) {
      throw new HttpError(
        400,
        "This is the last owner's link that does not expire: nobody could look after the map.",
      );
    }
    if (!(await access.revokeLink(id, linkId))) throw new HttpError(404, "There is no such link.");
    rooms.closeLink(linkId, CLOSE_CODE.revoked, "revoked");
    return context.body(null, 204);
  });

  return routes;
}

function publicLink({ id, role, label, expiresAt, lastUsedAt }: LinkRecord) {
  return { id, role, label, expiresAt: isoTime(expiresAt), lastUsedAt: isoTime(lastUsedAt) };
}

function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
