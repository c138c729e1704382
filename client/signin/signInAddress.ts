import { SIGN_IN_PROBLEM_PARAMETER } from "../../shared/protocol/signIn.ts";

type Address = Pick<Location, "pathname" | "search">;

/** Where somebody signs in and comes back to the page that they are on: without its fragment, which may hold a link's token. */
export function signInAddress({ pathname, search }: Address = location): string {
  const query = withoutProblem(search);
  return `/api/sign-in?return=${encodeURIComponent(pathname + query)}`;
}

/** A query string that does not tell of a sign-in that came to nothing. */
export function withoutProblem(search: string): string {
  const query = new URLSearchParams(search);
  query.delete(SIGN_IN_PROBLEM_PARAMETER);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
