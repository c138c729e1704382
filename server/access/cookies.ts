import type { LinkRecord } from "../storage/AccessStore.ts";

const prefix = "plumbline_";
/**
 * How long a browser keeps a session: a project's length. That the link expires sooner is not the cookie's business: the server
 * looks at every call, and an owner who puts the end off reaches those who are in.
 */
const longestSessionSeconds = 180 * 24 * 60 * 60;
/** A browser with more links of one map than this is no browser. */
const mostCookies = 50;

/** The tokens of a request's cookies, by link id. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  for (const pair of (header ?? "").split(";")) {
    const [name = "", value = ""] = pair.trim().split("=", 2);
    if (name.startsWith(prefix) && tokens.size < mostCookies) tokens.set(name.slice(prefix.length), value);
  }
  return tokens;
}

/** The two cookies of a session: one for the map's calls, one for its sockets. Scripts cannot read them, other sites cannot send them. */
export function sessionCookies(
  link: Pick<LinkRecord, "id" | "mapId" | "expiresAt">,
  token: string,
  isSecure: boolean,
): readonly string[] {
  return [`/api/maps/${link.mapId}`, `/sync/${link.mapId}`].map(
    (path) =>
      `${prefix}${link.id}=${token}; Path=${path}; Max-Age=${longestSessionSeconds}; HttpOnly; SameSite=Strict${isSecure ? "; Secure" : ""}`,
  );
}
