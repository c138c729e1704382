const home = "/";
const longestPath = 2_000;
const anyOrigin = "http://localhost";

/**
 * Where somebody goes after signing in: the path that they asked for, if it is one of this server's pages, else the first page.
 * Without the fragment, which may hold the token of a link.
 */
export function returnPathOf(asked: string | undefined): string {
  if (asked === undefined || asked.length > longestPath || !asked.startsWith("/")) return home;
  if (!URL.canParse(asked, anyOrigin)) return home;
  const { origin, pathname, search } = new URL(asked, anyOrigin);
  const isPage = !pathname.startsWith("//") && !/^\/(api|sync)(\/|$)/.test(pathname);
  return origin === anyOrigin && isPage ? pathname + search : home;
}
