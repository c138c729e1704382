import { SIGN_IN_PROBLEMS } from "../../shared/protocol/signIn.ts";
import { toldProblem } from "./toldProblem.ts";

/** Why the sign-in that this page comes back from came to nothing, as a sentence. */
export function signInProblem(): string | undefined {
  return problemSentence(toldProblem());
}

/** The sentence for what the server has told; undefined for what it never tells. */
export function problemSentence(told: string | undefined): string | undefined {
  return Object.entries(SIGN_IN_PROBLEMS).find(([name]) => name === told)?.[1];
}
