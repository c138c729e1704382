import type { AccessChange } from "../access/Access.ts";
import type { SessionsEnded } from "../signin/Sessions.ts";
import type { NoticeStore } from "../storage/NoticeStore.ts";
import type { Wire } from "./Wire.ts";

/** What has happened on one server that every other must act on. */
export type Notice =
  | AccessChange
  | SessionsEnded
  | {
      readonly kind: "sent-away";
      readonly mapId: string;
      readonly browser: string | null;
      readonly clientId: number | null;
    }
  | {
      readonly kind: "name-erased";
      readonly mapId: string;
      readonly name: string;
      readonly organisation: string | null;
    }
  | { readonly kind: "map-deleted"; readonly mapId: string };

export interface NoticesOptions {
  readonly server: string;
  readonly store: NoticeStore;
  readonly wire: Wire;
  /** Acts on what another server has noticed. */
  onNotice(notice: Notice): Promise<void> | void;
  onFailed(error: unknown): void;
  /** How often the store is asked while the wire is down. Default: 500 ms. */
  readonly pollMs?: number;
  /** And while it is up, in case it has lost something. Default: 3 s. */
  readonly lookMs?: number;
}

const CHANNEL = "plumbline notices";
const DEFAULT_POLL_MS = 500;
const DEFAULT_LOOK_MS = 3_000;

/** Tells other servers what has happened here, and acts on what has happened there: each notice once, in their order. */
export class Notices {
  readonly #options: NoticesOptions;
  #cursor = 0;
  #reading: Promise<void> | null = null;
  #mustReadAgain = false;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  private constructor(options: NoticesOptions) {
    this.#options = options;
  }

  /** What happened before is in the store, and read with it. */
  static async open(options: NoticesOptions): Promise<Notices> {
    const notices = new Notices(options);
    const { store, wire } = options;
    await wire.subscribe(CHANNEL, () => notices.#readNow());
    notices.#cursor = await store.newest();
    wire.onChange(() => notices.#readNow());
    notices.#readLater();
    return notices;
  }

  /** Resolves when it is stored: then every other server will hear of it. */
  async post(notice: Notice): Promise<void> {
    const { server, store, wire } = this.#options;
    await store.add(server, JSON.stringify(notice));
    wire.send(CHANNEL, new TextEncoder().encode(server));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#reading;
  }

  #readLater(): void {
    const { wire, pollMs = DEFAULT_POLL_MS, lookMs = DEFAULT_LOOK_MS } = this.#options;
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => this.#readNow(), wire.isUp ? lookMs : pollMs);
    this.#timer.unref();
  }

  #readNow(): void {
    if (this.#isClosed) return;
    if (this.#reading) {
      this.#mustReadAgain = true;
      return;
    }
    this.#reading = this.#read().finally(() => {
      this.#reading = null;
      this.#readLater();
    });
  }

  async #read(): Promise<void> {
    const { server, store, onNotice, onFailed } = this.#options;
    do {
      this.#mustReadAgain = false;
      try {
        for (const { id, server: from, text } of await store.after(this.#cursor)) {
          this.#cursor = id;
          if (from !== server) await onNotice(JSON.parse(text) as Notice);
        }
      } catch (error) {
        onFailed(error);
        return;
      }
    } while (this.#mustReadAgain && !this.#isClosed);
  }
}
