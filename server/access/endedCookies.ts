import { browserCookie } from "./browserId.ts";
import { readCookies, sessionCookies } from "./cookies.ts";

/** What has a browser delete the cookies of its sessions on one map: of those that it shows, at each of their paths. */
export function endedCookies(
  cookieHeader: string | undefined,
  mapId: string,
  isSecure: boolean,
): readonly string[] {
  return [...readCookies(cookieHeader).keys()]
    .flatMap((id) => sessionCookies({ id, mapId, expiresAt: null }, "", isSecure))
    .map(ended);
}

/** What has a browser delete the number that it is known by. */
export function endedBrowserCookie(isSecure: boolean): string {
  return ended(browserCookie("", isSecure));
}

function ended(cookie: string): string {
  return cookie.replace(/Max-Age=\d+/, "Max-Age=0");
}
