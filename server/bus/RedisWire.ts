import { createClient } from "@redis/client";
import type { Unsubscribe, Wire } from "./Wire.ts";

/** From one try to connect to the next. */
const LONGEST_PAUSE_MS = 1_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_CONNECTING_MS = 2_000;
/** A connection that is silent is asked so often whether it lives. */
const PING_EVERY_MS = 2_000;

type Client = ReturnType<typeof connectTo>;

/** A wire through Redis' publish and subscribe. It connects by itself, for as long as it takes, and again whenever it breaks. */
export class RedisWire implements Wire {
  readonly #sender: Client;
  readonly #receiver: Client;
  readonly #subscribers = new Map<string, Set<(message: Uint8Array) => void>>();
  readonly #whenChanged: ((isUp: boolean) => void)[] = [];
  #isUp = false;

  /**
   * @param url such as `redis://redis.example:6379`.
   * @param onError is told of every try that fails; the wire goes on trying.
   */
  constructor(url: string, onError: (error: Error) => void) {
    this.#sender = connectTo(url);
    this.#receiver = connectTo(url);
    for (const client of [this.#sender, this.#receiver]) {
      client.on("error", (error: Error) => {
        this.#note();
        onError(error);
      });
      for (const event of ["ready", "reconnecting", "end"]) client.on(event, () => this.#note());
      client.connect().catch(onError);
    }
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  send(channel: string, message: Uint8Array): void {
    if (!this.#sender.isReady) return;
    this.#sender
      .publish(channel, Buffer.from(message.buffer, message.byteOffset, message.byteLength))
      .catch(() => this.#note());
  }

  async subscribe(channel: string, onMessage: (message: Uint8Array) => void): Promise<Unsubscribe> {
    const known = this.#subscribers.get(channel);
    const subscribers = known ?? new Set();
    this.#subscribers.set(channel, subscribers.add(onMessage));
    if (!known) await this.#listen(channel);
    return () => {
      subscribers.delete(onMessage);
      if (subscribers.size > 0 || this.#subscribers.get(channel) !== subscribers) return;
      this.#subscribers.delete(channel);
      if (this.#receiver.isReady) this.#receiver.unsubscribe(channel).catch(() => this.#note());
    };
  }

  onChange(changed: (isUp: boolean) => void): void {
    this.#whenChanged.push(changed);
  }

  async close(): Promise<void> {
    this.#whenChanged.length = 0;
    this.#isUp = false;
    for (const client of [this.#sender, this.#receiver]) client.destroy();
  }

  async #listen(channel: string): Promise<void> {
    const onMessage = (message: Buffer) => {
      for (const each of [...(this.#subscribers.get(channel) ?? [])]) each(message);
    };
    const asked = this.#receiver.subscribe(channel, onMessage, true).catch(() => this.#note());
    // What is asked for while the wire is down is asked of Redis when it is up.
    if (this.#receiver.isReady) await asked;
  }

  #note(): void {
    const isUp = this.#sender.isReady && this.#receiver.isReady;
    if (isUp === this.#isUp) return;
    this.#isUp = isUp;
    for (const changed of this.#whenChanged) changed(isUp);
  }
}

function connectTo(url: string) {
  return createClient({
    url,
    pingInterval: PING_EVERY_MS,
    socket: {
      connectTimeout: LONGEST_CONNECTING_MS,
      socketTimeout: 3 * PING_EVERY_MS,
      reconnectStrategy: (tries) => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries),
    },
  });
}
