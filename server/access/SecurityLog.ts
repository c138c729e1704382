import type { Logger } from "pino";
import { LIMITS } from "../../shared/protocol/limits.ts";
import type {
  SecurityEvent,
  SecurityEventKind,
  SecurityQuery,
  SecurityStore,
} from "../storage/SecurityStore.ts";
import type { Speaker } from "./Standing.ts";

export interface SecurityLogOptions {
  readonly store: SecurityStore;
  readonly log: Logger;
  /** How long events are kept. */
  readonly days: number;
  /** Whether the addresses of callers are kept with them. */
  readonly keepsAddresses: boolean;
}

/** What is noted. Whatever else is known of the caller or the map has no place in the log. */
export interface Noted {
  readonly kind: SecurityEventKind;
  /** Left out: about no map. */
  readonly mapId?: string;
  /** Who did it, where it was somebody with a link. */
  readonly by?: Speaker;
  /** The link that it was done to. */
  readonly aboutLinkId?: string;
  /** A word of ours, never of a caller's. */
  readonly detail?: string;
  readonly address: string;
}

const dayMs = 24 * 60 * 60 * 1_000;
const pruneEveryMs = 60 * 60 * 1_000;
/** What came within it is stored with one commit. */
const gatherMs = 1_000;
/** A store that takes nothing for so long has other alarms. */
const mostWaiting = 10_000;
/** Reloading a page is no news. */
const sameAgainMs = 10 * 60 * 1_000;
const rememberedSame = 10_000;

/**
 * Who opened, shared, removed, exported and deleted: kept in the store for owners and administrators, and written to the
 * server's log as one line each. Holds no token, no name of a person, no content: links are named by their ids.
 */
export class SecurityLog {
  readonly #options: SecurityLogOptions;
  readonly #log: Logger;
  readonly #pruning: NodeJS.Timeout;
  readonly #noted = new Map<string, number>();
  #waiting: SecurityEvent[] = [];
  #timer: NodeJS.Timeout | undefined;
  #storing: Promise<void> = Promise.resolve();

  constructor(options: SecurityLogOptions) {
    this.#options = options;
    this.#log = options.log.child({ log: "security" });
    this.#pruning = setInterval(() => void this.#prune(), pruneEveryMs);
    this.#pruning.unref();
    void this.#prune();
  }

  note({ kind, mapId = "", by, aboutLinkId, detail, address }: Noted): void {
    const event: SecurityEvent = {
      at: Date.now(),
      kind,
      mapId,
      linkId: by?.link.id ?? null,
      role: by?.link.role ?? null,
      aboutLinkId: aboutLinkId ?? null,
      detail: detail ?? null,
      address: this.#options.keepsAddresses ? address : null,
    };
    const { at: _at, ...written } = event;
    const known = Object.entries(written).filter(([, value]) => value !== null && value !== "");
    this.#log.info(Object.fromEntries(known), "Noted.");
    if (this.#waiting.length < mostWaiting) this.#waiting.push(event);
    this.#timer ??= setTimeout(() => void this.#store(), gatherMs).unref();
  }

  /** The same, unless the same was noted of the same caller within ten minutes. */
  noteOnce(noted: Noted): void {
    const who = noted.by?.browser ?? noted.address;
    const key = `${noted.kind} ${noted.mapId} ${noted.by?.link.id} ${noted.detail} ${who}`;
    const now = Date.now();
    if (now - (this.#noted.get(key) ?? 0) < sameAgainMs) return;
    if (this.#noted.size >= rememberedSame) this.#noted.clear();
    this.#noted.set(key, now);
    this.note(noted);
  }

  /** What was noted, the newest first, with what has just been. */
  async list(query: SecurityQuery): Promise<readonly SecurityEvent[]> {
    await this.#store();
    return this.#options.store.list(query);
  }

  /** Stores what waits, and ends. */
  async close(): Promise<void> {
    clearInterval(this.#pruning);
    await this.#store();
  }

  #store(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#storing = this.#storing.then(async () => {
      const events = this.#waiting;
      this.#waiting = [];
      try {
        await this.#options.store.add(events, LIMITS.securityEventsPerMap);
      } catch (error) {
        // Kept for the next time; the lines in the server's log are written already.
        this.#waiting = [...events, ...this.#waiting].slice(0, mostWaiting);
        this.#log.warn({ err: error }, "The security log could not be stored; it is kept and tried again.");
      }
    });
    return this.#storing;
  }

  async #prune(): Promise<void> {
    try {
      await this.#options.store.forgetBefore(Date.now() - this.#options.days * dayMs);
    } catch (error) {
      this.#log.warn({ err: error }, "The security log could not be shortened.");
    }
  }
}
