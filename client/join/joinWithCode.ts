import { SIGN_IN_REASONS } from "../../shared/protocol/signIn.ts";
import { ApiError, callApi, isRecord } from "../sync/callApi.ts";
import { tabStorage } from "../sync/webStorage.ts";

/** What a code has opened. */
export interface Joined {
  readonly id: string;
  /** The link's id; no secret. */
  readonly link: string;
}

/**
 * Has this browser let in by a short code, as its person typed it.
 * @throws ApiError 404 where it opens nothing, 403 where this browser was sent away, 429 where too many were tried.
 */
export async function joinWithCode(code: string): Promise<Joined> {
  const answer = await callApi("/api/join", { method: "POST", body: { code } });
  if (isRecord(answer) && typeof answer.id === "string" && typeof answer.link === "string")
    return { id: answer.id, link: answer.link };
  throw new ApiError("The server’s answer could not be read. Reload the page and try again.", 500);
}

const keptKey = "plumbline.joinCode";

/** Keeps a code in this tab while its person signs in, which its map demands. */
export function keepCodeForReturn(code: string): void {
  tabStorage.set(keptKey, code);
}

/** The code that was kept, once. */
export function takeKeptCode(): string | undefined {
  const code = tabStorage.get(keptKey);
  tabStorage.remove(keptKey);
  return code;
}

/** Whether a sign-in is what is missing. */
export function needsSignIn(problem: unknown): boolean {
  return problem instanceof ApiError && problem.signIn?.code === SIGN_IN_REASONS.needed;
}

/** Why nobody was let in, and what to do. */
export function joinWords(problem: unknown): string {
  return problem instanceof ApiError
    ? problem.message
    : "Something went wrong on this page. Reload it and try again.";
}
