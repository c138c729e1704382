import { SIGN_IN_PROBLEM_PARAMETER } from "../../shared/protocol/signIn.ts";
import { withoutProblem } from "./signInAddress.ts";

let told: string | undefined;

/**
 * What the address tells about a sign-in that this page comes back from and that came to nothing. The address forgets it: it would be
 * told again on every reload.
 */
export function toldProblem(): string | undefined {
  const { pathname, search, hash } = location;
  const inAddress = new URLSearchParams(search).get(SIGN_IN_PROBLEM_PARAMETER);
  if (inAddress === null) return told;
  told = inAddress;
  window.history.replaceState(window.history.state, "", pathname + withoutProblem(search) + hash);
  return told;
}
