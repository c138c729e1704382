import { CLOSE_CODE, REMOVED_REASON } from "../../shared/protocol/closeCodes.ts";
import { readPresence } from "../../shared/protocol/presence.ts";
import { shownName } from "../access/SignedInPerson.ts";
import type { Notice } from "../bus/Notices.ts";
import type { LinkRecord } from "../storage/AccessStore.ts";
import type { Connection } from "./Connection.ts";
import type { ConnectionElsewhere } from "./Elsewhere.ts";
import type { Room } from "./Room.ts";
import type { Rooms } from "./Rooms.ts";

/** Somebody who has a map open. One browser with two tabs counts twice. */
export interface PersonHere {
  /** `null` for a client that has said nothing of itself yet. */
  readonly clientId: number | null;
  readonly name: string;
  readonly organisation: string;
  /** Whether the directory names them so. */
  readonly isVerified: boolean;
  readonly link: LinkRecord;
  readonly browser: string | null;
  readonly since: number;
}

/** Who is on a map at this moment, on whatever transport. */
export class People {
  readonly #rooms: Rooms;
  readonly #announce: (notice: Notice) => Promise<void>;

  /** @param announce tells the other servers, where there are any. */
  constructor(rooms: Rooms, announce: (notice: Notice) => Promise<void>) {
    this.#rooms = rooms;
    this.#announce = announce;
  }

  /** Everybody, on whichever server, in the order in which they came. */
  on(mapId: string): readonly PersonHere[] {
    const rooms = this.#rooms.openRooms.filter((room) => room.docId === mapId);
    const elsewhere = rooms.flatMap((room) =>
      room.peopleElsewhere.map((person) => personElsewhere(room, person)),
    );
    const all = [...this.#connectionsOn(mapId).map(personOf), ...elsewhere];
    return all.sort((one, other) => one.since - other.since);
  }

  find(mapId: string, clientId: number): PersonHere | null {
    return this.on(mapId).find((person) => person.clientId === clientId) ?? null;
  }

  /** How many are on each link, by its id; a link without anybody is not there. */
  countByLink(mapId: string): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { link } of this.on(mapId)) counts.set(link.id, (counts.get(link.id) ?? 0) + 1);
    return counts;
  }

  /** How many people are on a map. */
  countOn(mapId: string): number {
    return this.on(mapId).length;
  }

  /**
   * Sends somebody away: every connection of their browser to any document of the map, or where the browser is not known, the
   * one that speaks for the client.
   */
  async sendAway(mapId: string, { browser, clientId }: PersonHere): Promise<void> {
    this.sendAwayFromHere(mapId, { browser, clientId });
    await this.#announce({ kind: "sent-away", mapId, browser, clientId });
  }

  /** The same on this server alone. */
  sendAwayFromHere(mapId: string, { browser, clientId }: Pick<PersonHere, "browser" | "clientId">): void {
    for (const room of this.#roomsOf(mapId)) {
      for (const connection of room.connections) {
        const isTheirs =
          browser === null
            ? room.docId === mapId && room.presenceOf(connection)?.clientId === clientId
            : connection.browser === browser;
        if (isTheirs) connection.close(CLOSE_CODE.revoked, REMOVED_REASON);
      }
    }
  }

  #connectionsOn(mapId: string): readonly { readonly room: Room; readonly connection: Connection }[] {
    const here = this.#rooms.openRooms
      .filter((room) => room.docId === mapId)
      .flatMap((room) => [...room.connections].map((connection) => ({ room, connection })));
    return here.filter(({ connection }) => connection.isOpen);
  }

  #roomsOf(mapId: string): readonly Room[] {
    return this.#rooms.openRooms.filter(({ docId }) => docId === mapId || docId.startsWith(`${mapId}/`));
  }
}

function personElsewhere(room: Room, { clientId, link, browser, since }: ConnectionElsewhere): PersonHere {
  const json = clientId === null ? null : room.presenceOfClient(clientId);
  const user = json ? readPresence(JSON.parse(json)).user : undefined;
  return {
    clientId,
    name: user?.name ?? "",
    organisation: user?.organisation ?? "",
    isVerified: user?.verified === true,
    // No server tells another whose hash it is.
    link: { ...link, tokenHash: "" },
    browser,
    since,
  };
}

function personOf({
  room,
  connection,
}: {
  readonly room: Room;
  readonly connection: Connection;
}): PersonHere {
  const presence = room.presenceOf(connection);
  const { person } = connection;
  const said = presence?.json ? readPresence(JSON.parse(presence.json)).user : undefined;
  const user = person ? shownName(person) : said;
  return {
    clientId: presence?.clientId ?? null,
    name: user?.name ?? "",
    organisation: user?.organisation ?? "",
    isVerified: person !== null,
    link: connection.link,
    browser: connection.browser,
    since: connection.since,
  };
}
