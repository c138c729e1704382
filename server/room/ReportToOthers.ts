import type { Connection } from "./Connection.ts";
import { type ConnectionElsewhere, encodeReport, type PersonElsewhere } from "./Elsewhere.ts";
import type { PresenceEntry, PresenceTable } from "./PresenceTable.ts";

export interface ReportToOthersOptions {
  readonly connections: () => ReadonlySet<Connection>;
  readonly presence: PresenceTable<Connection | PersonElsewhere>;
  say(report: Uint8Array): void;
}

/** Who came and went is told so soon, in one report. */
const GATHERED_MS = 50;

/** What the other servers are told about the people of a room. */
export class ReportToOthers {
  readonly #options: ReportToOthersOptions;
  /** Who has said something since the last report, or has left: then with the last that was known of them. */
  readonly #changed = new Map<Connection, PresenceEntry | null>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ReportToOthersOptions) {
    this.#options = options;
  }

  /** Somebody here has said something of themselves: it is told when the people here are told. */
  speaks(connection: Connection): void {
    this.#changed.set(connection, null);
  }

  /** Somebody here is about to leave. */
  leaves(connection: Connection): void {
    const entry = this.#options.presence.entryOf(connection);
    if (entry) this.#changed.set(connection, { clientId: entry.clientId, clock: entry.clock, json: null });
    this.peopleChanged();
  }

  /** Tells what has changed in what people say of themselves. */
  presenceSent(): void {
    const { presence, say } = this.#options;
    if (this.#changed.size === 0) return;
    const entries: PresenceEntry[] = [];
    for (const [connection, left] of this.#changed) {
      const entry = left ?? presence.entryOf(connection);
      if (entry) entries.push(entryOnly(entry));
    }
    this.#changed.clear();
    say(encodeReport({ presence: entries }));
  }

  /** Somebody came or went, or said for the first time which client they are. */
  peopleChanged(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#options.say(encodeReport({ people: this.#people() }));
    }, GATHERED_MS);
  }

  /** Tells who is here and what they say of themselves. */
  everything(): void {
    this.#options.say(encodeReport({ presence: this.#presence(), people: this.#people() }));
  }

  /** The same, and asks the others for as much. */
  introduce(): void {
    this.#options.say(encodeReport({ presence: this.#presence(), people: this.#people(), asks: true }));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #presence(): readonly PresenceEntry[] {
    return [...this.#options.connections()].flatMap((connection) => {
      const entry = this.#options.presence.entryOf(connection);
      return entry ? [entryOnly(entry)] : [];
    });
  }

  #people(): readonly ConnectionElsewhere[] {
    return [...this.#options.connections()].map((connection) => {
      const { tokenHash: _, ...link } = connection.link;
      const clientId = this.#options.presence.entryOf(connection)?.clientId ?? null;
      return { clientId, link, browser: connection.browser, since: connection.since };
    });
  }
}

/** Without what the table keeps besides. */
function entryOnly({ clientId, clock, json }: PresenceEntry): PresenceEntry {
  return { clientId, clock, json };
}
