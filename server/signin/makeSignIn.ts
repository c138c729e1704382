import type { SignInStore } from "../storage/SignInStore.ts";
import { SignInCookies } from "./cookies.ts";
import { Directory } from "./Directory.ts";
import { Sessions, type SessionsEnded } from "./Sessions.ts";
import type { SignInSettings } from "./signInSettings.ts";

/** What signing in is made of. */
export interface SignIn {
  readonly sessions: Sessions;
  /** `null`: nobody signs in on this server. */
  readonly directory: Directory | null;
  readonly signInCookies: SignInCookies;
}

/** Where people come back to from the directory. */
export const CALLBACK_PATH = "/api/sign-in/callback";

/** Makes the parts for signing in; where it is not set up, nobody is signed in. @param announce tells the other servers, where there are any. */
export function makeSignIn(
  { signIn, publicUrl }: { readonly signIn: SignInSettings | null; readonly publicUrl: URL | null },
  store: SignInStore,
  announce: (change: SessionsEnded) => Promise<void>,
): SignIn {
  const signInCookies = new SignInCookies(publicUrl?.protocol === "https:");
  const isOn = signIn !== null && publicUrl !== null;
  return {
    signInCookies,
    sessions: new Sessions({
      store,
      cookies: signInCookies,
      isOn,
      lastsMs: signIn?.sessionMs ?? 0,
      announce,
    }),
    directory: isOn ? new Directory(signIn, new URL(CALLBACK_PATH, publicUrl)) : null,
  };
}
