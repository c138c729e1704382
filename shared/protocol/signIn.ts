/** What a link demands of people besides being shown: nothing, that they are signed in, or that they are of the map's organisation. */
export const SIGN_IN_DEMANDS = ["none", "anyone", "organisation"] as const;
export type SignInDemand = (typeof SIGN_IN_DEMANDS)[number];

/** Whether a value is one of the demands. */
export function isSignInDemand(value: unknown): value is SignInDemand {
  return SIGN_IN_DEMANDS.some((demand) => demand === value);
}

/**
 * Why somebody is not let in by a link that is valid, or not any more: the `code` of an error over HTTP, and the reason with
 * which a socket is closed.
 */
export const SIGN_IN_REASONS = {
  /** The link demands that people are signed in. */
  needed: "sign-in-needed",
  /** The link is for people of the map's organisation, and this person is of another. */
  otherOrganisation: "other-organisation",
  /** The person has signed out, or the time of their sign-in is over. Without it they may still be let in, by a link that demands none. */
  signedOut: "signed-out",
} as const;
export type SignInRefusal = (typeof SIGN_IN_REASONS)["needed" | "otherOrganisation"];

/** What a page that asked for a sign-in is told in its address, as `?sign-in=PROBLEM`, where it did not come about. */
export const SIGN_IN_PROBLEMS = {
  unreachable: "The sign-in of your organisation cannot be reached now. Try again in a minute.",
  declined: "You were not signed in: it was cancelled, or your organisation has not allowed it.",
  "too-late": "You were not signed in: it took too long, or was begun in another browser. Try again.",
  nameless:
    "You were not signed in: your organisation has not told your name. Tell whoever runs the sign-in there.",
  failed:
    "You were not signed in: the answer of your organisation could not be used. Try again; if it stays so, tell whoever runs this server.",
} as const;
export type SignInProblem = keyof typeof SIGN_IN_PROBLEMS;

/** The parameter that tells the problem. */
export const SIGN_IN_PROBLEM_PARAMETER = "sign-in";
