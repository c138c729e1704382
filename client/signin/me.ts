import { callApi, isRecord } from "../sync/callApi.ts";
import type { Identity } from "../sync/MapSession.ts";

/** Whether people can sign in on this server, and who is signed in in this browser. */
export interface Me {
  /** What stands on the button, such as “Sign in with Northshire Trust”; `null` where nobody signs in. */
  readonly words: string | null;
  /** As the directory names them. */
  readonly person: Identity | null;
}

/** Asks the server. @throws ApiError */
export async function fetchMe(): Promise<Me> {
  const answer = await callApi("/api/me");
  if (!isRecord(answer)) return { words: null, person: null };
  const { signIn, person } = answer;
  return {
    words: isRecord(signIn) && typeof signIn.words === "string" ? signIn.words : null,
    person: isRecord(person) && typeof person.name === "string" ? identityOf(person.name, person) : null,
  };
}

/**
 * Ends the sign-in of this browser.
 * @returns where to go so that the directory ends its own as well; `null` where it needs no telling.
 * @throws ApiError
 */
export async function endSignIn(): Promise<string | null> {
  const answer = await callApi("/api/sign-out", { method: "POST" });
  return isRecord(answer) && typeof answer.goOn === "string" ? answer.goOn : null;
}

function identityOf(name: string, { organisation }: Readonly<Record<string, unknown>>): Identity {
  return { name, organisation: typeof organisation === "string" ? organisation : "" };
}
