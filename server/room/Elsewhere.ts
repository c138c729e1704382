import { isRole } from "../../shared/protocol/roles.ts";
import type { LinkRecord } from "../storage/AccessStore.ts";
import type { PresenceEntry, PresenceTable } from "./PresenceTable.ts";

/** Somebody whose connection another server holds, as far as a room here needs it. */
export class PersonElsewhere {
  readonly server: string;

  constructor(server: string) {
    this.server = server;
  }
}

/** A connection that another server holds: who it is, without the hash of the link's token. */
export interface ConnectionElsewhere {
  /** `null` for a client that has said nothing of itself yet. */
  readonly clientId: number | null;
  readonly link: Omit<LinkRecord, "tokenHash">;
  readonly browser: string | null;
  readonly since: number;
}

/** What a server tells the others about a room. */
export interface RoomReport {
  /** What people on that server say of themselves, as far as it has changed. */
  readonly presence?: readonly PresenceEntry[];
  /** Everybody who is there. */
  readonly people?: readonly ConnectionElsewhere[];
  /** Whether it wants to hear everything that the others know of theirs: it has just opened the document, or was cut off. */
  readonly asks?: boolean;
}

/** The people of a room that other servers have, by what these tell. Those of a server that has died are gone with it. */
export class Elsewhere<Here> {
  readonly #presence: PresenceTable<Here | PersonElsewhere>;
  readonly #speakers = new Map<string, Map<number, PersonElsewhere>>();
  readonly #people = new Map<string, readonly ConnectionElsewhere[]>();

  constructor(presence: PresenceTable<Here | PersonElsewhere>) {
    this.#presence = presence;
  }

  /** Everybody on other servers. */
  get people(): readonly ConnectionElsewhere[] {
    return [...this.#people.values()].flat();
  }

  take(server: string, { presence = [], people }: RoomReport): void {
    for (const entry of presence) this.#takePresence(server, entry);
    if (people) this.#people.set(server, people);
  }

  /** Somebody who was there speaks here now. */
  forget(person: PersonElsewhere): void {
    for (const [clientId, speaker] of this.#speakers.get(person.server) ?? []) {
      if (speaker !== person) continue;
      this.#speakers.get(person.server)?.delete(clientId);
      this.#presence.leave(person);
    }
  }

  /** A server is no more, or nothing is heard of it. */
  drop(server: string): void {
    for (const speaker of this.#speakers.get(server)?.values() ?? []) this.#presence.leave(speaker);
    this.#speakers.delete(server);
    this.#people.delete(server);
  }

  #takePresence(server: string, entry: PresenceEntry): void {
    const speakers = this.#speakers.get(server) ?? new Map<number, PersonElsewhere>();
    this.#speakers.set(server, speakers);
    const known = speakers.get(entry.clientId);
    if (entry.json === null) {
      if (known) this.#presence.leave(known);
      speakers.delete(entry.clientId);
      return;
    }
    const speaker = known ?? new PersonElsewhere(server);
    const { heldBy } = this.#presence.claim(speaker, [entry]);
    // Whoever has moved from one server to another is where they spoke last; here, if they speak here.
    if (heldBy instanceof PersonElsewhere) {
      this.forget(heldBy);
      this.#presence.claim(speaker, [entry]);
    }
    if (heldBy === undefined || heldBy instanceof PersonElsewhere) speakers.set(entry.clientId, speaker);
  }
}

/** As it goes over the wire. */
export function encodeReport(report: RoomReport): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(report));
}

/** What can be understood of a report: a newer server may say more. */
export function decodeReport(bytes: Uint8Array): RoomReport {
  try {
    const { presence, people, asks } = JSON.parse(new TextDecoder().decode(bytes)) as RoomReport;
    return {
      presence: presence ?? [],
      ...(people && { people: people.filter(({ link }) => isRole(link.role)) }),
      asks: asks === true,
    };
  } catch {
    return {};
  }
}
