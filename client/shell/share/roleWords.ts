import type { Role } from "../../../shared/protocol/roles.ts";

/** What a link lets its bearer do, in a word. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  owner: "Owner",
  editor: "Editor",
  commenter: "Commenter",
  viewer: "Viewer",
};

/** What a link is called: by its label, or where it has none, by what it lets its bearer do. */
export function linkName({ label, role }: { readonly label: string; readonly role: Role }): string {
  return label === "" ? `${ROLE_WORDS[role]} link` : label;
}

/** The same as half a sentence after “whoever opens it”. */
export const ROLE_MEANINGS: Readonly<Record<Role, string>> = {
  owner: "can change the map, give out links and delete the map",
  editor: "can change the map",
  commenter: "can see the map and comment on it",
  viewer: "can see the map and change nothing",
};
