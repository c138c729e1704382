import { createHash } from "node:crypto";
import { isTokenLike, newToken } from "./tokens.ts";

// Not the beginning of a session's cookie, which ends in the id of a link.
const cookieName = "plumbline-browser";
const lifetimeSeconds = 180 * 24 * 60 * 60;

/** What a browser is known by to this server: a random number in a cookie. `undefined` where it has none. */
export function readBrowserId(cookieHeader: string | undefined): string | undefined {
  for (const pair of (cookieHeader ?? "").split(";")) {
    const [name, value = ""] = pair.trim().split("=", 2);
    if (name === cookieName && isTokenLike(value)) return value;
  }
  return undefined;
}

/** A number for a browser that has none. */
export function newBrowserId(): string {
  return newToken();
}

/** The cookie that keeps it: scripts cannot read it, other sites cannot send it. */
export function browserCookie(browserId: string, isSecure: boolean): string {
  return `${cookieName}=${browserId}; Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Strict${isSecure ? "; Secure" : ""}`;
}

/** What is known and stored of a browser on one map. Two maps do not tell that it was the same one. */
export function hashBrowser(mapId: string, browserId: string): string {
  return createHash("sha256").update(`${mapId} ${browserId}`).digest("base64url");
}
