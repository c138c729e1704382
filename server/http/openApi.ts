import { CHECKPOINT_KINDS } from "../../shared/history/HistoryAnswer.ts";
import { LIBRARY_THEMES } from "../../shared/library/themeWords.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { ROLES } from "../../shared/protocol/roles.ts";
import { ACCESS_PATHS } from "./accessApi.ts";
import { LIVE_HTTP_PATHS } from "./liveHttpApi.ts";
import {
  body,
  count,
  errorSchema,
  idParameter,
  linkQuery,
  mayFail,
  object,
  requestBody,
  session,
  text,
  time,
} from "./openApiParts.ts";
import { SIGN_IN_PATHS } from "./signInApi.ts";

const dateQuery = {
  name: "date",
  in: "query",
  description: "The day that the picture bears; today without it.",
  schema: { type: "string", format: "date" },
};

const libraryListing = object({
  name: { ...text, description: "What it is asked for by, as a template and for its drawing." },
  title: text,
  kind: { type: "string", enum: ["system", "template"] },
  theme: { type: "string", enum: LIBRARY_THEMES.map(({ theme }) => theme) },
  summary: text,
  teaches: text,
  source: text,
  elements: { type: "array", items: text, description: "The names on the map, each once." },
  findings: object({ error: count, warning: count, info: count }),
});
const person = object({
  name: text,
  organisation: text,
  link: { ...text, description: "The label of the link they came by, or the role that it gave." },
});
const moment = { type: "integer", minimum: 1 };
const namedRecord = object({ id: text, name: text });
const historyEntry = object({
  moment,
  at: time,
  person,
  lines: {
    type: "array",
    items: object({ parts: { type: "array", items: { anyOf: [text, namedRecord] } } }),
  },
});
const checkpoint = object({
  id: text,
  moment,
  at: time,
  name: { type: ["string", "null"] },
  kind: { type: "string", enum: CHECKPOINT_KINDS },
  person: { anyOf: [person, { type: "null" }] },
});
const mapFile = { type: "object", description: "A map file: format system-map, version 1." };

/** The public interface in OpenAPI 3.1, as served at `/api`. */
export const OPEN_API = {
  openapi: "3.1.0",
  info: {
    title: "Plumbline",
    version: "1",
    description: [
      "Calls about a map carry `Authorization: Bearer TOKEN` with the token of a link (ADDRESS/m/ID#TOKEN), or the session cookie.",
      "A role includes those below it: owner, editor, commenter, viewer. A map that the caller may not see is 404.",
      "Live: WebSocket /sync/ID, and /sync/ID/talk for comments and votes, in the y-websocket protocol, with the subprotocols",
      "`plumbline` and `plumbline.token.TOKEN`, and `plumbline.ack` for durable acknowledgements. Where WebSockets do not get",
      "through, the same messages go over POST /sync/ID/http: each direction is a stream of frames, each frame behind its length.",
    ].join(" "),
  },
  security: [{ token: [] }],
  components: {
    securitySchemes: { token: { type: "http", scheme: "bearer" } },
    schemas: {
      Error: errorSchema,
    },
  },
  paths: {
    "/api/maps": {
      post: {
        summary: "Make a map: blank, from a template, or from a map file",
        description: `At most ${LIMITS.mapBodyBytes} bytes and ${LIMITS.mapRecords} elements and relations. A server may ask for the header Plumbline-Signup-Key.`,
        security: [],
        requestBody: requestBody(
          object({ template: text, map: mapFile, title: { ...text, maxLength: LIMITS.titleCharacters } }),
        ),
        responses: {
          201: body(
            "The map and its links, which are shown this once",
            object({
              id: text,
              title: text,
              links: object(Object.fromEntries(ROLES.map((name) => [name, text]))),
            }),
          ),
          ...mayFail(400, 401, 403, 413, 429),
        },
      },
    },
    "/api/maps/{id}": {
      parameters: [idParameter, linkQuery],
      get: {
        summary: "The map file as it stands now",
        responses: { 200: body("The map file", mapFile), ...mayFail(404, 429) },
      },
      delete: {
        summary: "Delete the map and its history; owners only",
        responses: { 204: { description: "It is gone" }, ...mayFail(403, 404) },
      },
    },
    "/api/maps/{id}/findings": {
      parameters: [idParameter, linkQuery],
      get: {
        summary: "The findings, as on the command line",
        responses: {
          200: body("The findings", object({ findings: { type: "array", items: { type: "object" } } })),
          ...mayFail(403, 404, 429),
        },
      },
    },
    "/api/maps/{id}/export.svg": {
      parameters: [idParameter, linkQuery, dateQuery],
      get: {
        summary: "The picture of the whole map as SVG",
        responses: { 200: body("The picture", text, "image/svg+xml"), ...mayFail(400, 404, 429) },
      },
    },
    "/api/maps/{id}/export.png": {
      parameters: [idParameter, linkQuery, dateQuery],
      get: {
        summary: "The picture of the whole map as PNG",
        description:
          "Where it would pass the largest size it is made smaller, and the header Plumbline-Reduced-From says from what.",
        responses: {
          200: body("The picture", { type: "string", format: "binary" }, "image/png"),
          ...mayFail(400, 404, 429),
        },
      },
    },
    ...ACCESS_PATHS,
    ...SIGN_IN_PATHS,
    "/api/maps/{id}/history": {
      parameters: [
        idParameter,
        linkQuery,
        {
          name: "before",
          in: "query",
          description: "The first moment that is left out.",
          schema: { type: "integer", minimum: 1 },
        },
        {
          name: "limit",
          in: "query",
          description: "Entries on the page; 50 without it.",
          schema: { type: "integer", minimum: 1, maximum: LIMITS.historyPageEntries },
        },
      ],
      get: {
        summary: "Who did what, in words, the newest first; editors and owners",
        responses: {
          200: body(
            "A page of the history, and the checkpoints of its time",
            object({
              entries: { type: "array", items: historyEntry },
              checkpoints: { type: "array", items: checkpoint },
              next: { type: ["integer", "null"], description: "The `before` of the page after this." },
            }),
          ),
          ...mayFail(400, 403, 404, 429, 503),
        },
      },
    },
    "/api/maps/{id}/history/{moment}": {
      parameters: [idParameter, linkQuery, { ...idParameter, name: "moment", schema: { type: "integer" } }],
      get: {
        summary: "The map file as it stood at a moment; editors and owners",
        responses: { 200: body("The map file", mapFile), ...mayFail(400, 403, 404, 429, 503) },
      },
    },
    "/api/maps/{id}/checkpoints": {
      parameters: [idParameter, linkQuery],
      post: {
        summary: "Keep the map as it stands now under a name; editors and owners",
        requestBody: requestBody(
          object(
            {
              name: { ...text, minLength: 1, maxLength: LIMITS.checkpointNameCharacters },
              by: object({ name: text, organisation: text }),
            },
            ["name"],
          ),
        ),
        responses: { 201: body("The checkpoint", checkpoint), ...mayFail(400, 403, 404, 429, 503) },
      },
    },
    "/api/maps/{id}/checkpoints/{checkpoint}": {
      parameters: [idParameter, linkQuery, { ...idParameter, name: "checkpoint" }],
      patch: {
        summary: "Rename a named checkpoint; owners only",
        requestBody: requestBody(
          object({ name: { ...text, minLength: 1, maxLength: LIMITS.checkpointNameCharacters } }, ["name"]),
        ),
        responses: { 204: { description: "It is renamed" }, ...mayFail(400, 403, 404) },
      },
      delete: {
        summary: "Let a named checkpoint go; owners only",
        responses: { 204: { description: "It is gone" }, ...mayFail(403, 404) },
      },
    },
    "/api/maps/{id}/erasures": {
      parameters: [idParameter, linkQuery],
      post: {
        summary: "Erase a person's name from the history; owners only",
        requestBody: requestBody(object({ name: { ...text, minLength: 1 }, organisation: text }, ["name"])),
        responses: {
          200: body("How many people bore it: one for each link and organisation", object({ erased: count })),
          ...mayFail(400, 403, 404, 503),
        },
      },
    },
    "/api/maps/{id}/session": {
      parameters: [idParameter, linkQuery],
      get: {
        summary: "Which link the caller speaks for",
        responses: { 200: body("The session", session), ...mayFail(404) },
      },
      delete: {
        summary:
          "Have this browser delete its cookies of the map; no role is needed, and the map may be gone",
        security: [],
        responses: { 204: { description: "The cookies are expired" }, ...mayFail(403, 404) },
      },
    },
    "/api/session": {
      delete: {
        summary: "Have this browser delete the number that it is known by",
        security: [],
        responses: { 204: { description: "The cookie is expired" }, ...mayFail(403) },
      },
      post: {
        summary: "Turn the token of a link into a cookie",
        security: [],
        requestBody: requestBody(object({ map: text, token: text }, ["map", "token"])),
        responses: { 200: body("The session; the cookie is set", session), ...mayFail(400, 403, 404) },
      },
    },
    "/api/about": {
      get: {
        summary: "Who runs this server, as far as everybody may know",
        security: [],
        responses: {
          200: body(
            "Whom to tell about barriers; null where nobody is named",
            object({ accessibilityContact: { type: ["string", "null"] } }),
          ),
        },
      },
    },
    "/api/library": {
      get: {
        summary: "Templates and real systems",
        security: [],
        responses: {
          200: body(
            "The library",
            object({
              library: {
                type: "array",
                items: libraryListing,
              },
            }),
          ),
          ...mayFail(429),
        },
      },
    },
    "/api/library/{name}/map.svg": {
      parameters: [{ ...idParameter, name: "name" }],
      get: {
        summary: "The drawing of a map of the library, without title and legend",
        security: [],
        responses: { 200: body("The drawing", text, "image/svg+xml"), ...mayFail(404, 429) },
      },
    },
    ...LIVE_HTTP_PATHS,
    "/healthz": {
      get: {
        summary: "Is it alive; from the host's network",
        security: [],
        responses: { 200: { description: "Yes" } },
      },
    },
    "/readyz": {
      get: {
        summary: "Can it work; from the host's network",
        security: [],
        responses: { 200: { description: "Yes" }, ...mayFail(503) },
      },
    },
    "/metrics": {
      get: {
        summary: "Prometheus text; from the host's network",
        security: [],
        responses: { 200: { description: "The figures" } },
      },
    },
  },
} as const;
