import { isTokenLike } from "../access/tokens.ts";

const knownWords: ReadonlySet<string> = new Set(
  "api maps session library links codes people removed security-log join admin owner-link findings healthz readyz metrics sync talk http send receive close m export.svg export.png map.svg".split(
    " ",
  ),
);
const idLike = /^[A-Za-z0-9_-]{16}$/;

/**
 * A path for the log: without the query, and without anything but our own words and ids, for people paste links and tokens
 * where they do not belong.
 */
export function loggedPath(path: string): string {
  const words = path.split("?", 1)[0]?.split("/") ?? [];
  return words
    .map((word, index) => {
      if (word === "" || knownWords.has(word)) return word;
      return index > 1 && idLike.test(word) && !isTokenLike(word) ? word : "…";
    })
    .join("/");
}
