import { LIMITS } from "../../shared/protocol/limits.ts";

const place = (name: string, description: string, required: boolean) => ({
  name,
  in: "query",
  required,
  description,
  schema: { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
});
const common = [
  { name: "id", in: "path", required: true, schema: { type: "string" } },
  {
    name: "link",
    in: "query",
    description: "Id of the link that the caller speaks for, where it is known by cookies.",
    schema: { type: "string" },
  },
];
const connectionHeader = {
  name: "Plumbline-Connection",
  in: "header",
  required: true,
  description: "The secret that the connection was opened with.",
  schema: { type: "string" },
};
const closed = {
  type: "object",
  description: "The connection is over: the close code and reason of a WebSocket.",
  properties: {
    closed: {
      type: "object",
      properties: { code: { type: "integer" }, reason: { type: "string" } },
      required: ["code", "reason"],
    },
  },
  required: ["closed"],
};
const withNumber = (name: string, description: string) => ({
  type: "object",
  properties: { [name]: { type: "integer", minimum: 0, description } },
  required: [name],
});
const answer = (description: string, schema: object) => ({
  description,
  content: { "application/json": { schema } },
});
const error = answer("What is wrong", { $ref: "#/components/schemas/Error" });
const bytes = { schema: { type: "string", format: "binary", maxLength: LIMITS.httpPieceBytes } };
const piece = { content: { "application/octet-stream": bytes } };

/** The calls of a connection over plain HTTP at one address, in OpenAPI. */
function pathsAt(base: string, what: string) {
  return {
    [base]: {
      parameters: common,
      post: {
        summary: `Open a connection to ${what} over plain HTTP`,
        requestBody: {
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: { protocols: { type: "array", items: { type: "string" }, maxItems: 10 } },
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          200: answer("The caller is not let in", closed),
          201: answer("The connection", {
            type: "object",
            properties: { connection: { type: "string" } },
            required: ["connection"],
          }),
          400: error,
          403: error,
          413: error,
          429: error,
        },
      },
    },
    [`${base}/send`]: {
      parameters: [
        ...common,
        connectionHeader,
        place("at", "The place in the caller's stream where the body begins", true),
      ],
      post: {
        summary: "Send a piece of the caller's stream of frames",
        requestBody: piece,
        responses: {
          200: answer("The place up to which the stream is taken, or the end", {
            anyOf: [withNumber("received", "Go on from here"), closed],
          }),
          400: error,
          403: error,
          404: error,
          413: error,
        },
      },
    },
    [`${base}/receive`]: {
      parameters: [
        ...common,
        connectionHeader,
        place("from", "The place in the server's stream up to which everything has arrived", true),
        {
          name: "wait",
          in: "query",
          required: true,
          description: "The longest time to wait for something, in seconds",
          schema: { type: "integer", minimum: 0, maximum: 20 },
        },
      ],
      post: {
        summary: "Wait for what follows in the server's stream of frames",
        responses: {
          200: {
            description: "The next piece, nothing where the time is over, or the end",
            content: { "application/octet-stream": bytes, "application/json": { schema: closed } },
          },
          400: error,
          403: error,
          404: error,
        },
      },
    },
    [`${base}/close`]: {
      parameters: [
        ...common,
        connectionHeader,
        place("at", "The place in the caller's stream where the body begins, if there is one", false),
      ],
      post: {
        summary: "Close a connection, with the rest of the caller's stream",
        requestBody: piece,
        responses: { 200: answer("The end", closed), 400: error, 403: error, 404: error, 413: error },
      },
    },
  };
}

/** The live session over plain HTTP, as part of `/api`. */
export const LIVE_HTTP_PATHS = {
  ...pathsAt("/sync/{id}/http", "a map"),
  ...pathsAt("/sync/{id}/talk/http", "the comments and votes of a map"),
};
