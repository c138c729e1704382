import { ROLES } from "../../shared/protocol/roles.ts";

export const idParameter = { name: "id", in: "path", required: true, schema: { type: "string" } };
export const linkQuery = {
  name: "link",
  in: "query",
  description:
    "Id of the link that the caller speaks for, where it is known by cookies; without it the strongest counts.",
  schema: { type: "string" },
};

/** The body of an answer. */
export function body(description: string, schema: object, type = "application/json") {
  return { description, content: { [type]: { schema } } };
}

const error = body("What is wrong", { $ref: "#/components/schemas/Error" });

/** Any call may meet these: malformed, from a foreign page, too large, too often, or while the store or the server cannot. */
const anyCall = [400, 403, 413, 429, 503] as const;

/** The answers of a call that fails with one of these, or as any call may. */
export function mayFail(...statuses: readonly number[]) {
  return Object.fromEntries([...new Set([...statuses, ...anyCall])].map((status) => [String(status), error]));
}

/** The body of a call, as JSON. */
export function requestBody(schema: object) {
  return { content: { "application/json": { schema } } };
}

/** The schema of an object. */
export function object(properties: object, required: readonly string[] = []) {
  return { type: "object", properties, required };
}

export const text = { type: "string" };
export const count = { type: "integer", minimum: 0 };
export const time = { type: "string", format: "date-time" };
export const role = { type: "string", enum: ROLES };
export const session = object({
  id: text,
  title: text,
  role,
  link: { ...text, description: "The link's id; no secret." },
});
