import { CLOSE_CODE, REMOVED_REASON } from "../../shared/protocol/closeCodes.ts";
import { readPresence } from "../../shared/protocol/presence.ts";
import type { LinkRecord } from "../storage/AccessStore.ts";
import type { Connection } from "./Connection.ts";
import type { Room } from "./Room.ts";
import type { Rooms } from "./Rooms.ts";

/** Somebody who has a map open. One browser with two tabs counts twice. */
export interface PersonHere {
  /** `null` for a client that has said nothing of itself yet. */
  readonly clientId: number | null;
  readonly name: string;
  readonly organisation: string;
  readonly link: LinkRecord;
  readonly browser: string | null;
  readonly since: number;
}

/** Who is on a map at this moment, on whatever transport. */
export class People {
  readonly #rooms: Rooms;

  constructor(rooms: Rooms) {
    this.#rooms = rooms;
  }

  /** Everybody, in the order in which they came. */
  on(mapId: string): readonly PersonHere[] {
    return this.#connectionsOn(mapId).map(personOf);
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
    return this.#connectionsOn(mapId).length;
  }

  /**
   * Sends somebody away: every connection of their browser to any document of the map, or where the browser is not known, the
   * one that speaks for the client.
   */
  sendAway(mapId: string, { browser, clientId }: PersonHere): void {
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

function personOf({
  room,
  connection,
}: {
  readonly room: Room;
  readonly connection: Connection;
}): PersonHere {
  const presence = room.presenceOf(connection);
  const user = presence?.json ? readPresence(JSON.parse(presence.json)).user : undefined;
  return {
    clientId: presence?.clientId ?? null,
    name: user?.name ?? "",
    organisation: user?.organisation ?? "",
    link: connection.link,
    browser: connection.browser,
    since: connection.since,
  };
}
