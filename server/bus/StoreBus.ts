import type { DocStore } from "../storage/DocStore.ts";
import type { Bus, Subscriber, Subscription } from "./Bus.ts";
import { DocumentFeed } from "./DocumentFeed.ts";
import type { Wire } from "./Wire.ts";

export interface StoreBusOptions {
  /** Unlike that of every other server. */
  readonly server: string;
  readonly wire: Wire;
  readonly documents: Pick<DocStore, "loadAfter" | "newestRefs">;
  /** Told where the store could not be asked; it is asked again. */
  onFailed(error: unknown): void;
  /** How often the store is asked for news while the wire is down. Default: 500 ms. */
  readonly pollMs?: number;
  /** And while it is up, in case it has lost something. Default: 3 s. */
  readonly lookMs?: number;
}

const DEFAULT_POLL_MS = 500;
const DEFAULT_LOOK_MS = 3_000;

/** A bus whose truth is the store: the wire carries rows quickly, and whatever it loses is read. */
export class StoreBus implements Bus {
  readonly #options: StoreBusOptions;
  readonly #feeds = new Map<string, DocumentFeed>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #mustLookAgain = false;
  #isClosed = false;

  constructor(options: StoreBusOptions) {
    this.#options = options;
    options.wire.onChange(() => {
      if (this.#looking === null) this.#lookIn(0);
      else this.#mustLookAgain = true;
    });
    this.#lookLater();
  }

  async subscribe(docId: string, subscriber: Subscriber): Promise<Subscription> {
    const { server, wire, documents, onFailed } = this.#options;
    const feed = new DocumentFeed({
      docId,
      server,
      subscriber,
      documents,
      onFailed,
      send: (frame) => wire.send(channelOf(docId), frame),
    });
    if (this.#isClosed) throw new Error("The bus is closed.");
    const unsubscribe = await wire.subscribe(channelOf(docId), (frame) => feed.receive(frame));
    this.#feeds.get(docId)?.end();
    this.#feeds.set(docId, feed);
    return {
      start: (after) => feed.start(after),
      noteCommitted: (refs, updates) => feed.noteCommitted(refs, updates),
      say: (message) => feed.say(message),
      end: () => {
        feed.end();
        unsubscribe();
        if (this.#feeds.get(docId) === feed) this.#feeds.delete(docId);
      },
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const feed of this.#feeds.values()) feed.end();
    this.#feeds.clear();
    await this.#looking;
    await this.#options.wire.close();
  }

  #lookLater(): void {
    const { wire, pollMs = DEFAULT_POLL_MS, lookMs = DEFAULT_LOOK_MS } = this.#options;
    this.#lookIn(wire.isUp ? lookMs : pollMs);
  }

  #lookIn(waitMs: number): void {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#mustLookAgain = false;
      this.#looking = this.#look().finally(() => {
        this.#looking = null;
        if (this.#mustLookAgain) this.#lookIn(0);
        else this.#lookLater();
      });
    }, waitMs);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const asked = [...this.#feeds].flatMap(([docId, feed]) => {
      const { cursor } = feed;
      return cursor === null ? [] : [{ docId, feed, cursor }];
    });
    if (asked.length === 0) return;
    try {
      const newest = await this.#options.documents.newestRefs(asked.map(({ docId }) => docId));
      for (const { docId, feed, cursor } of asked) feed.noteNewest(newest.get(docId), cursor);
    } catch (error) {
      this.#options.onFailed(error);
    }
  }
}

function channelOf(docId: string): string {
  return `plumbline/${docId}`;
}
