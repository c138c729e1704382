import { readPresence } from "../../shared/protocol/presence.ts";
import { shownName } from "../access/SignedInPerson.ts";
import type { Author } from "../storage/Author.ts";
import type { Connection } from "./Connection.ts";

interface ErasedName {
  readonly name: string;
  /** `null`: whatever it is. */
  readonly organisation: string | null;
}

const lastKnown = new WeakMap<Connection, Author>();
const erased = new WeakMap<Connection, readonly ErasedName[]>();

/**
 * Who is behind a connection, by its link and as the directory names them; where nobody is signed in, by what it says of itself. The same object for as long as that is the same.
 * @param json the presence of the connection as it came over the wire; `null` where it has said nothing.
 */
export function authorOf(connection: Connection, json: string | null): Author {
  const known = lastKnown.get(connection);
  const user = connection.person ? shownName(connection.person) : userIn(json);
  let name = user?.name ?? known?.name ?? "";
  let organisation = user?.organisation ?? known?.organisation ?? "";
  if (erased.get(connection)?.some((each) => isMeant(each, name, organisation))) name = organisation = "";
  if (known && known.name === name && known.organisation === organisation) return known;
  const author = { link: connection.link.id, name, organisation };
  lastKnown.set(connection, author);
  return author;
}

function userIn(json: string | null): Pick<Author, "name" | "organisation"> | undefined {
  return json === null ? undefined : readPresence(JSON.parse(json)).user;
}

/** From now on whoever is behind a connection writes without this name, for as long as they do not join anew. */
export function eraseName(connection: Connection, meant: ErasedName): void {
  erased.set(connection, [...(erased.get(connection) ?? []), meant]);
  const known = lastKnown.get(connection);
  if (known && isMeant(meant, known.name, known.organisation)) lastKnown.delete(connection);
}

function isMeant(meant: ErasedName, name: string, organisation: string): boolean {
  return meant.name === name && (meant.organisation === null || meant.organisation === organisation);
}
