import { LIMITS } from "../../shared/protocol/limits.ts";
import { MAP_ORDERS } from "../storage/AccessStore.ts";
import { SECURITY_EVENTS } from "../storage/SecurityStore.ts";
import {
  body,
  count,
  idParameter,
  linkQuery,
  mayFail,
  object,
  requestBody,
  role,
  session,
  signIn,
  text,
  time,
} from "./openApiParts.ts";

const maybeTime = { ...time, type: ["string", "null"] };
const list = (items: object) => ({ type: "array", items });
const named = (name: string) => ({ ...idParameter, name });

const linkFields = {
  id: text,
  role,
  label: text,
  expiresAt: maybeTime,
  lastUsedAt: maybeTime,
  isCode: { type: "boolean", description: "Whether a short code leads to it." },
  signIn: { ...signIn, description: "What it demands of people besides being shown." },
  people: { ...count, description: "How many are on it now." },
};
const link = object(linkFields);
const person = object({
  client: { type: ["integer", "null"], description: "Its id in presence, if it has said anything yet." },
  name: text,
  organisation: text,
  isVerified: { type: "boolean", description: "Whether the directory names them so." },
  role,
  link: text,
  label: text,
  since: time,
  isOwnBrowser: { type: "boolean" },
});
const namedLink = { ...object({ link: text, label: text, role: text }), type: ["object", "null"] };
const event = object({
  at: time,
  kind: { type: "string", enum: SECURITY_EVENTS },
  by: namedLink,
  about: namedLink,
  detail: { type: ["string", "null"] },
  address: { type: ["string", "null"], description: "Only where the operator keeps addresses." },
});
const adminParameters = [
  { name: "Plumbline-Admin-Key", in: "header", required: true, schema: text },
] as const;
const query = (name: string, schema: object) => ({ name, in: "query", schema });

/** Calls about links, people and the security log, and those of the administrator. */
export const ACCESS_PATHS = {
  "/api/maps/{id}/links": {
    parameters: [idParameter, linkQuery],
    get: {
      summary: "The links that are not revoked; owners only",
      responses: {
        200: body("The links, without their tokens", object({ links: list(link) })),
        ...mayFail(403, 404),
      },
    },
    post: {
      summary: "Make a link; owners only",
      requestBody: requestBody(object({ role, label: text, expiresAt: maybeTime, signIn }, ["role"])),
      responses: {
        201: body(
          "The link; its token and address are shown this once",
          object({ ...linkFields, token: text, link: text }),
        ),
        ...mayFail(400, 403, 404, 429),
      },
    },
  },
  "/api/maps/{id}/links/{link}": {
    parameters: [idParameter, named("link"), linkQuery],
    patch: {
      summary:
        "Give a link another label, another end or another demand, with effect at once on who is on it; owners only",
      requestBody: requestBody(object({ label: text, expiresAt: maybeTime, signIn })),
      responses: { 200: body("The link as it is now", link), ...mayFail(400, 403, 404) },
    },
    delete: {
      summary: "Revoke a link: its connections close at once; owners only",
      responses: { 204: { description: "It is revoked" }, ...mayFail(400, 403, 404) },
    },
  },
  "/api/maps/{id}/codes": {
    parameters: [idParameter, linkQuery],
    post: {
      summary: "Make a short code for a projector; owners only",
      description: `It lasts ${LIMITS.codeMs / 3_600_000} hours unless told otherwise, ${LIMITS.longestCodeMs / 3_600_000} at most. It is a link among the others.`,
      requestBody: requestBody(
        object(
          { role: { type: "string", enum: ["editor", "commenter", "viewer"] }, expiresAt: time, signIn },
          ["role"],
        ),
      ),
      responses: {
        201: body(
          "The code, where to type it, and an address that holds it; shown this once",
          object({ ...linkFields, code: text, join: text, link: text }),
        ),
        ...mayFail(400, 403, 404, 429),
      },
    },
  },
  "/api/join": {
    post: {
      summary: "Join a map with a short code",
      security: [],
      requestBody: requestBody(object({ code: text }, ["code"])),
      responses: { 200: body("The session; the cookie is set", session), ...mayFail(400, 403, 404, 429) },
    },
  },
  "/api/maps/{id}/people": {
    parameters: [idParameter, linkQuery],
    get: {
      summary: "Who is on the map now; owners only",
      responses: { 200: body("The people", object({ people: list(person) })), ...mayFail(403, 404) },
    },
  },
  "/api/maps/{id}/people/{client}": {
    parameters: [idParameter, named("client"), linkQuery],
    delete: {
      summary: "Put a person out at once, and keep their browser out; owners only",
      responses: {
        200: body(
          "Whether they are kept out (a client without the browser's cookie is not), and the link that they came by",
          object({ isKeptOut: { type: "boolean" }, link }),
        ),
        ...mayFail(400, 403, 404),
      },
    },
  },
  "/api/maps/{id}/removed": {
    parameters: [idParameter, linkQuery],
    get: {
      summary: "Who was put out and is kept out; owners only",
      responses: {
        200: body("They", object({ removed: list(object({ id: text, name: text, removedAt: time })) })),
        ...mayFail(403, 404),
      },
    },
  },
  "/api/maps/{id}/removed/{removed}": {
    parameters: [idParameter, named("removed"), linkQuery],
    delete: {
      summary: "Let somebody back in; owners only",
      responses: { 204: { description: "They may come back" }, ...mayFail(403, 404) },
    },
  },
  "/api/maps/{id}/security-log": {
    parameters: [idParameter, linkQuery],
    get: {
      summary: "What has happened with the links of the map, the newest first; owners only",
      responses: { 200: body("The events", object({ events: list(event) })), ...mayFail(403, 404) },
    },
  },
  "/api/admin/maps": {
    parameters: adminParameters,
    get: {
      summary: "The maps on the server; with the administrator's key, where one is set",
      security: [],
      parameters: [
        query("search", text),
        query("sort", { type: "string", enum: MAP_ORDERS }),
        query("direction", { type: "string", enum: ["ascending", "descending"] }),
        query("page", count),
      ],
      responses: {
        200: body(
          "One page of them",
          object({
            total: count,
            page: count,
            perPage: count,
            maps: list(
              object({
                id: text,
                title: text,
                createdAt: time,
                lastUsedAt: maybeTime,
                links: count,
                people: count,
                bytes: count,
              }),
            ),
          }),
        ),
        ...mayFail(400, 401, 404, 429),
      },
    },
  },
  "/api/admin/maps/{id}": {
    parameters: [idParameter, ...adminParameters],
    delete: {
      summary: "Delete a map and its history",
      security: [],
      responses: { 204: { description: "It is gone" }, ...mayFail(401, 404, 429) },
    },
  },
  "/api/admin/maps/{id}/owner-link": {
    parameters: [idParameter, ...adminParameters],
    post: {
      summary: "Make an owner's link for a map whose owners have lost theirs",
      security: [],
      responses: {
        201: body("The address, shown this once", object({ link: text })),
        ...mayFail(401, 404, 429),
      },
    },
  },
  "/api/admin/security-log": {
    parameters: adminParameters,
    get: {
      summary: "What has happened on the server, the newest first, or on one map",
      security: [],
      parameters: [query("map", text)],
      responses: { 200: body("The events", object({ events: list(event) })), ...mayFail(401, 404, 429) },
    },
  },
} as const;
