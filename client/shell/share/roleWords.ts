import type { Role } from "../../../shared/protocol/roles.ts";

/** What a link lets its bearer do, in a word. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  owner: "Owner",
  editor: "Editor",
  commenter: "Commenter",
  viewer: "Viewer",
};

/** The same in half a sentence. */
export const ROLE_MEANINGS: Readonly<Record<Role, string>> = {
  owner: "changes the map, gives out links, deletes the map",
  editor: "changes the map",
  commenter: "sees the map and comments on it",
  viewer: "sees the map and changes nothing",
};
