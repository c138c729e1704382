import { SIGN_IN_PROBLEM_PARAMETER, SIGN_IN_PROBLEMS } from "../../shared/protocol/signIn.ts";
import { body, mayFail, object, text, time } from "./openApiParts.ts";

const problems = Object.keys(SIGN_IN_PROBLEMS).join(", ");
const query = (name: string, description: string) => ({ name, in: "query", description, schema: text });
const sentOn = (description: string) => ({
  303: { description, headers: { Location: { schema: { type: "string", format: "uri" } } } },
});

/** Calls about signing in, where the operator has set it up. */
export const SIGN_IN_PATHS = {
  "/api/me": {
    get: {
      summary: "Who is signed in in this browser, and whether people sign in on this server",
      security: [],
      responses: {
        200: body(
          "`signIn` is null where nobody signs in on this server, `person` where nobody is signed in",
          object({
            signIn: {
              type: ["object", "null"],
              properties: { words: { ...text, description: "What stands on the button." } },
            },
            person: {
              type: ["object", "null"],
              properties: { name: text, organisation: text, expiresAt: time },
            },
          }),
        ),
      },
    },
  },
  "/api/sign-in": {
    get: {
      summary: "Go to the directory to sign in: for an address bar, not for scripts",
      security: [],
      parameters: [query("return", "Path of the page to come back to; without its fragment.")],
      responses: {
        ...sentOn(
          `To the directory; where it cannot be reached, back to the page, with ?${SIGN_IN_PROBLEM_PARAMETER}=unreachable`,
        ),
        ...mayFail(404, 429),
      },
    },
  },
  "/api/sign-in/callback": {
    get: {
      summary: "Where the directory sends people back to",
      security: [],
      parameters: [query("state", "As it was sent."), query("code", "Or an error.")],
      responses: {
        ...sentOn(
          `To the page that asked; where nobody is signed in, with ?${SIGN_IN_PROBLEM_PARAMETER}= one of ${problems}`,
        ),
        ...mayFail(404, 429),
      },
    },
  },
  "/api/sign-out": {
    post: {
      summary: "Sign out of this browser: its live connections are closed at once",
      security: [],
      responses: {
        200: body(
          "Where to go to sign out of the directory as well, if that is possible",
          object({ goOn: { type: ["string", "null"], format: "uri" } }, ["goOn"]),
        ),
        ...mayFail(403, 404, 429),
      },
    },
  },
  "/api/sign-out/back-channel": {
    post: {
      summary: "The directory says that somebody has signed out there (OpenID Connect Back-Channel Logout)",
      security: [],
      requestBody: {
        content: {
          "application/x-www-form-urlencoded": { schema: object({ logout_token: text }, ["logout_token"]) },
        },
      },
      responses: {
        200: { description: "They are signed out here as well" },
        ...mayFail(400, 404, 413, 429, 503),
      },
    },
  },
} as const;
