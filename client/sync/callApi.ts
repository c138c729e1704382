import { SIGN_IN_REASONS, type SignInRefusal } from "../../shared/protocol/signIn.ts";

/** A link that is valid and demands a sign-in that is missing. */
export interface SignInRefused {
  readonly code: SignInRefusal;
  /** The link's id; no secret. */
  readonly link: string;
}

/** Says why a call to the server came to nothing. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** The HTTP status; 0 where the server could not be reached. */
  readonly status: number;
  /** Place in the map that was sent, such as `elements[3].annualValue`. */
  readonly path: string | undefined;
  /** What a sign-in would help; undefined where it is no question of that. */
  readonly signIn: SignInRefused | undefined;

  constructor(message: string, status: number, path?: string, signIn?: SignInRefused) {
    super(message);
    this.status = status;
    this.path = path;
    this.signIn = signIn;
  }
}

export interface ApiCall {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const unreachable = "The server cannot be reached. Check your connection, then try again.";

/**
 * Calls the server's interface and gives what it answered, undefined where it answered nothing.
 * @throws ApiError with a message that can be shown; an aborted call throws the signal's reason.
 */
export async function callApi(
  path: string,
  { method = "GET", body, headers, signal }: ApiCall = {},
): Promise<unknown> {
  let response: Response;
  let answer: string;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    });
    answer = await response.text();
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ApiError(unreachable, 0);
  }
  const value = parse(answer);
  if (response.ok) return value;
  throw readError(value, response.status);
}

function readError(value: unknown, status: number): ApiError {
  const error = isRecord(value) && isRecord(value.error) ? value.error : {};
  const message =
    typeof error.message === "string" ? error.message : `The server answered with error ${status}.`;
  const path = typeof error.path === "string" ? error.path : undefined;
  return new ApiError(message, status, path, readRefusal(error));
}

function readRefusal({ code, link }: Readonly<Record<string, unknown>>): SignInRefused | undefined {
  const { needed, otherOrganisation } = SIGN_IN_REASONS;
  const isRefusal = code === needed || code === otherOrganisation;
  return isRefusal && typeof link === "string" ? { code, link } : undefined;
}

function parse(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a JSON value is an object whose fields can be asked for. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
