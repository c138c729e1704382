import { readPresence } from "../../shared/protocol/presence.ts";
import type { Author } from "../storage/Author.ts";
import type { Connection } from "./Connection.ts";

const lastKnown = new WeakMap<Connection, Author>();

/**
 * Who is behind a connection, by its link and by what it says of itself. The same object for as long as that is the same.
 * @param json the presence of the connection as it came over the wire; `null` where it has said nothing.
 */
export function authorOf(connection: Connection, json: string | null): Author {
  const known = lastKnown.get(connection);
  const user = json === null ? undefined : readPresence(JSON.parse(json)).user;
  const name = user?.name ?? known?.name ?? "";
  const organisation = user?.organisation ?? known?.organisation ?? "";
  if (known && known.name === name && known.organisation === organisation) return known;
  const author = { link: connection.link.id, name, organisation };
  lastKnown.set(connection, author);
  return author;
}
