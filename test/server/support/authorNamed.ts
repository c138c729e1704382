import type { Author } from "../../../server/storage/Author.ts";

const known = new Map<string, Author>();

/** Somebody of this name, who came by a link of the same name; the same object each time. */
export function authorNamed(name: string): Author {
  const author = known.get(name) ?? { link: name, name, organisation: "" };
  known.set(name, author);
  return author;
}
