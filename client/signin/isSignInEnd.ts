import { SIGN_IN_REASONS } from "../../shared/protocol/signIn.ts";
import type { EndReason, SignInEnd } from "../sync/ConnectionState.ts";

/** Whether it is a sign-in that is missing. */
export function isSignInEnd(reason: EndReason): reason is SignInEnd {
  return Object.values(SIGN_IN_REASONS).some((one) => one === reason);
}
