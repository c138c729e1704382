import type { Place, SignInEnd } from "../sync/ConnectionState.ts";

const words: Readonly<Record<SignInEnd, { readonly title: string; readonly advice: string }>> = {
  "sign-in-needed": {
    title: "Sign in to open this map",
    advice: "After signing in you come back here, and the map opens.",
  },
  "other-organisation": {
    title: "This map is for people of another organisation",
    advice:
      "If you have an account there, sign out here, open the link again and sign in with that account. Otherwise ask whoever sent you the link.",
  },
  "signed-out": {
    title: "You are not signed in any more",
    advice: "You have signed out, here or in another tab, or the time of your sign-in is over.",
  },
};

/** What has happened where a sign-in is missing, and what to do. */
export function signInWords(reason: SignInEnd): { readonly title: string; readonly advice: string } {
  return words[reason];
}

/** What becomes of changes that the server has not taken. */
export function keptWords(changes: number, place: Place): string {
  const [what, are, they] =
    changes === 1 ? ["1 change of yours", "is", "it is"] : [`${changes} changes of yours`, "are", "they are"];
  return place === "device"
    ? `${what} ${are} kept on this device: ${they} sent when you open the map again and may change it.`
    : `${what} ${are} in this tab only: save the map file before you leave the page.`;
}
