import { Connection } from "../../../server/room/Connection.ts";
import { Room } from "../../../server/room/Room.ts";
import type { RoomEvents } from "../../../server/room/RoomEvents.ts";
import { readMessage } from "../../../server/room/readMessage.ts";
import type { DocStore } from "../../../server/storage/DocStore.ts";
import type { Role } from "../../../shared/protocol/roles.ts";
import { HeldSocket } from "./HeldSocket.ts";
import { linkNamed } from "./linkNamed.ts";
import * as wire from "./wire.ts";

/** A room without a server, whose people read when a test says so. */
export class HeldRoom {
  readonly room: Room;
  readonly slowReaders: ("resynchronised" | "closed")[] = [];
  /** Whether the room could have been given up, the last time that it said so. */
  wasIdle = false;
  #joined = 0;

  constructor(documents: DocStore) {
    const events: RoomEvents = {
      updatesReceived: () => {},
      updateDropped: () => {},
      presenceReceived: () => {},
      loaded: () => {},
      committed: () => {},
      slowReader: (outcome) => this.slowReaders.push(outcome),
      commitFailed: () => {},
      compactionFailed: () => {},
      broke: (_docId, error) => {
        throw error;
      },
    };
    const onSettled = ({ isIdle }: Room) => {
      this.wasIdle = isIdle;
    };
    this.room = new Room({ docId: "doc", documents, events, digest: null, onSettled }, null);
  }

  /** Somebody comes, and asks for the state. */
  join(role: Role = "editor"): HeldSocket {
    const socket = new HeldSocket();
    this.#joined += 1;
    const speaker = { link: linkNamed({ id: `person-${this.#joined}`, role }), browser: null, person: null };
    const connection = new Connection(socket, speaker, { writerRole: "editor", wantsAcks: true });
    connection.onClose(() => this.room.leave(connection));
    connection.onMessage((data) => this.room.receive(connection, readMessage(data)));
    this.room.join(connection);
    socket.say(wire.stateVector(new Uint8Array([0])));
    return socket;
  }
}
