import { ROLES } from "../../shared/protocol/roles.ts";
import { SIGN_IN_DEMANDS, SIGN_IN_REASONS } from "../../shared/protocol/signIn.ts";

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

/** Any call may meet these: malformed, by a link that demands a sign-in, from a foreign page, too large, too often, or while the store or the server cannot. */
const anyCall = [400, 401, 403, 413, 429, 503] as const;

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
/** What a link demands of people. */
export const signIn = { type: "string", enum: SIGN_IN_DEMANDS };
/** The body of every error. `code` and `link` say by which link somebody may come in who signs in. */
export const errorSchema = object(
  {
    error: object(
      {
        message: text,
        path: text,
        code: { type: "string", enum: [SIGN_IN_REASONS.needed, SIGN_IN_REASONS.otherOrganisation] },
        link: text,
      },
      ["message"],
    ),
  },
  ["error"],
);
export const role = { type: "string", enum: ROLES };
export const session = object({
  id: text,
  title: text,
  role,
  link: { ...text, description: "The link's id; no secret." },
  organisation: { ...text, description: "The organisation that the map belongs to, if there is one." },
  person: {
    ...object({ name: text, organisation: text }),
    description: "Who is signed in, if somebody is.",
  },
});
