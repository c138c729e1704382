import { CLOSE_CODE } from "../../shared/protocol/closeCodes.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import type { Connection } from "./Connection.ts";
import { type Frame, missingStateFrame, presenceFrame, updateFrame } from "./frames.ts";
import { JoinQueue } from "./JoinQueue.ts";
import type { LiveDocument } from "./LiveDocument.ts";
import type { PresenceTable } from "./PresenceTable.ts";
import type { RoomEvents } from "./RoomEvents.ts";
import { SlowReaders, type Told } from "./SlowReaders.ts";

export interface AudienceOptions {
  readonly document: Pick<LiveDocument, "differenceSince" | "framesFor" | "stateVector">;
  readonly presence: Pick<PresenceTable<unknown>, "all" | "known" | "since">;
  readonly events: RoomEvents;
}

/** What goes out with one gathering, each for everybody. */
export interface Gathering {
  readonly update: Frame | null;
  readonly presence: Frame | null;
  /** Who wrote all of the update, and so has it. */
  readonly writer: Connection | null;
}

/**
 * Everybody in a room, and what they are told. A reader that is too slow is told nothing until it has read what waits for it;
 * then it gets the difference since and the presence of now. So what waits for it is bounded, and it ends where all the others are.
 */
export class Audience {
  readonly #options: AudienceOptions;
  readonly #connections = new Set<Connection>();
  readonly #joins = new JoinQueue<Connection>((connection, vector) =>
    this.#bringIntoStep(connection, vector),
  );
  readonly #slow: SlowReaders<Connection>;

  constructor(options: AudienceOptions) {
    this.#options = options;
    this.#slow = new SlowReaders((connection) => {
      options.events.slowReader("closed");
      connection.close(CLOSE_CODE.tryLater, "too slow");
    });
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }

  get size(): number {
    return this.#connections.size;
  }

  /** Takes somebody in, and says who else is there. */
  add(connection: Connection): void {
    this.#connections.add(connection);
    connection.onDrained(() => this.#catchUp(connection));
    const everybody = this.#options.presence.all();
    if (everybody.length > 0) connection.send(presenceFrame(everybody));
  }

  /** Says whether it was there. */
  remove(connection: Connection): boolean {
    this.#joins.leave(connection);
    this.#slow.take(connection);
    return this.#connections.delete(connection);
  }

  /** Tells everybody. What is told is in the document and in the presence already. */
  tell({ update, presence, writer }: Gathering): void {
    const forWriter = presence ? [presence] : [];
    const forOthers = update ? [update, ...forWriter] : forWriter;
    if (forOthers.length === 0) return;
    let told: Told | null = null;
    for (const connection of this.#connections) {
      if (this.#slow.has(connection)) continue;
      connection.sendTogether(connection === writer ? forWriter : forOthers);
      if (connection.isFull) {
        told ??= this.#toldNow();
        this.#slow.add(connection, told);
      }
    }
  }

  /** Tells those who asked for durable acknowledgements. */
  tellAcknowledged(frame: Frame): void {
    for (const connection of this.#connections) if (connection.wantsAcks) connection.send(frame);
  }

  /** Tells somebody who is there. */
  tellPresence(connection: Connection): void {
    if (this.#mayTake(connection)) connection.send(presenceFrame(this.#options.presence.all()));
  }

  /** Brings somebody into step who has what this state vector says, as soon as it is its turn. */
  answer(connection: Connection, stateVector: Uint8Array): void {
    this.#joins.ask(connection, stateVector);
  }

  #bringIntoStep(connection: Connection, stateVector: Uint8Array): void {
    if (this.#mayTake(connection)) connection.sendState(this.#options.document.framesFor(stateVector));
    else this.#slow.ask(connection, stateVector);
  }

  /** Whether somebody may be sent what is not small. If not, it is behind from now on. */
  #mayTake(connection: Connection): boolean {
    if (this.#slow.has(connection)) return false;
    // A reader that asks for the state again and again, and reads none of it, gets it once.
    if (connection.waitingBytes <= LIMITS.waitingBytes) return true;
    this.#slow.add(connection, this.#toldNow());
    return false;
  }

  #toldNow(): Told {
    return { stateVector: this.#options.document.stateVector(), presence: this.#options.presence.known() };
  }

  #catchUp(connection: Connection): void {
    const behind = this.#slow.take(connection);
    if (!behind) return;
    const { document, events, presence } = this.#options;
    const difference = document.differenceSince(behind.stateVector);
    const update = behind.isAsked ? missingStateFrame(difference) : updateFrame(difference);
    connection.sendState([update, presenceFrame(presence.since(behind.presence))]);
    events.slowReader("resynchronised");
  }
}
