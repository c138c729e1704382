import { Hono } from "hono";
import { CLOSE_CODE } from "../../shared/protocol/closeCodes.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { isRole, ROLES, type Role } from "../../shared/protocol/roles.ts";
import { isExpired } from "../access/Access.ts";
import { AddressLimiter } from "../access/AddressLimiter.ts";
import { writtenCode } from "../access/shortCode.ts";
import type { LinkChange, LinkRecord } from "../storage/AccessStore.ts";
import { callerOf } from "./callerOf.ts";
import { HttpError } from "./HttpError.ts";
import { publicLink } from "./publicLink.ts";
import { readBody } from "./readBody.ts";
import { addressForCaller } from "./requestAddress.ts";
import { type Fields, futureField, readFields, textField } from "./requestFields.ts";
import type { Environment, Services } from "./Services.ts";
import { checkPace } from "./TooManyRequests.ts";

const codeLabel = "Short code";

/** The links and short codes of a map: for its owners. */
export function linkRoutes(services: Services): Hono<Environment> {
  const { access, door, people, rooms, security } = services;
  const routes = new Hono<Environment>();
  const making = new AddressLimiter(LIMITS.newLinksPerSecond, LIMITS.newLinksBurst);

  routes.get("/:id/links", async (context) => {
    const id = context.req.param("id");
    await callerOf(services, context, id, "owner");
    const counts = people.countByLink(id);
    const links = await linksOf(id);
    return context.json({ links: links.map((link) => publicLink(link, counts.get(link.id) ?? 0)) });
  });

  routes.post("/:id/links", async (context) => {
    const id = context.req.param("id");
    const by = await callerOf(services, context, id, "owner");
    const fields = readFields(await readBody(context.env.incoming, LIMITS.requestBodyBytes), [
      "role",
      "label",
      "expiresAt",
    ]);
    const role = roleField(fields, ROLES);
    const label = fields.label === undefined ? "" : textField(fields, "label");
    const expiresAt = futureField(fields, "expiresAt");
    await checkRoom(id);
    const { link, token } = await access.addLink({ mapId: id, role, label, expiresAt });
    const address = door.addressOf(context.env.incoming);
    security.note({ kind: "link-made", mapId: id, by, aboutLinkId: link.id, detail: role, address });
    const base = addressForCaller(context, services);
    return context.json({ ...publicLink(link, 0), token, link: `${base}/m/${id}#${token}` }, 201);
  });

  routes.post("/:id/codes", async (context) => {
    const id = context.req.param("id");
    const by = await callerOf(services, context, id, "owner");
    const fields = readFields(await readBody(context.env.incoming, LIMITS.requestBodyBytes), [
      "role",
      "expiresAt",
    ]);
    // A code is read out and guessed more easily than a link: it gives no one the map itself.
    const role = roleField(fields, ["editor", "commenter", "viewer"]);
    const now = Date.now();
    const expiresAt = futureField(fields, "expiresAt") ?? now + LIMITS.codeMs;
    checkCodeExpiry(expiresAt, now);
    await checkRoom(id);
    const { link, code } = await access.addCode({ mapId: id, role, label: codeLabel, expiresAt });
    const address = door.addressOf(context.env.incoming);
    security.note({ kind: "code-made", mapId: id, by, aboutLinkId: link.id, detail: role, address });
    const base = addressForCaller(context, services);
    const join = { code: writtenCode(code), join: `${base}/join`, link: `${base}/join#${code}` };
    return context.json({ ...publicLink(link, 0), ...join }, 201);
  });

  routes.patch("/:id/links/:link", async (context) => {
    const { id, link: linkId } = context.req.param();
    const by = await callerOf(services, context, id, "owner");
    const fields = readFields(await readBody(context.env.incoming, LIMITS.requestBodyBytes), [
      "label",
      "expiresAt",
    ]);
    const change: LinkChange = {
      ...(fields.label !== undefined && { label: textField(fields, "label") }),
      ...(fields.expiresAt !== undefined && { expiresAt: futureField(fields, "expiresAt") }),
    };
    const links = await linksOf(id);
    const link = links.find((one) => one.id === linkId);
    if (!link) throw new HttpError(404, "There is no such link.");
    const { expiresAt } = change;
    if (link.isCode && expiresAt !== undefined) checkCodeExpiry(expiresAt, link.createdAt);
    if (typeof expiresAt === "number") checkOwnerStays(links, linkId);
    const changed = await access.changeLink(id, linkId, change);
    if (!changed) throw new HttpError(404, "There is no such link.");
    const address = door.addressOf(context.env.incoming);
    security.note({ kind: "link-changed", mapId: id, by, aboutLinkId: linkId, address });
    return context.json(publicLink(changed, people.countByLink(id).get(linkId) ?? 0));
  });

  routes.delete("/:id/links/:link", async (context) => {
    const { id, link: linkId } = context.req.param();
    const by = await callerOf(services, context, id, "owner");
    checkOwnerStays(await linksOf(id), linkId);
    if (!(await access.revokeLink(id, linkId))) throw new HttpError(404, "There is no such link.");
    rooms.closeLink(linkId, CLOSE_CODE.revoked, "revoked");
    const address = door.addressOf(context.env.incoming);
    security.note({ kind: "link-revoked", mapId: id, by, aboutLinkId: linkId, address });
    return context.body(null, 204);
  });

  async function linksOf(id: string): Promise<readonly LinkRecord[]> {
    return (await access.listLinks(id)).filter((link) => link.revokedAt === null);
  }

  /** @throws HttpError 400, 429 */
  async function checkRoom(id: string): Promise<void> {
    checkPace(making.take(id), "Too many links are being made for this map. Try again in a moment.");
    if ((await linksOf(id)).length < LIMITS.linksPerMap) return;
    throw new HttpError(400, `A map has at most ${LIMITS.linksPerMap} links. Revoke some first.`);
  }

  return routes;
}

/** @throws HttpError 400 where nobody could look after the map once this link is gone. */
function checkOwnerStays(links: readonly LinkRecord[], linkId: string): void {
  const owners = links.filter((link) => link.role === "owner" && !isExpired(link));
  if (!owners.some(({ id }) => id === linkId)) return;
  if (owners.some(({ id, expiresAt }) => id !== linkId && expiresAt === null)) return;
  throw new HttpError(
    400,
    "This is the last owner's link that does not expire: nobody could look after the map.",
  );
}

/** @throws HttpError 400 */
function roleField({ role }: Fields, allowed: readonly Role[]): Role {
  if (isRole(role) && allowed.includes(role)) return role;
  throw new HttpError(400, `The field "role" must be one of ${allowed.join(", ")}.`, "role");
}

/** @throws HttpError 400 */
function checkCodeExpiry(expiresAt: number | null, madeAt: number): void {
  if (expiresAt !== null && expiresAt <= madeAt + LIMITS.longestCodeMs) return;
  throw new HttpError(400, "A short code expires within 24 hours. For longer, make a link.", "expiresAt");
}
