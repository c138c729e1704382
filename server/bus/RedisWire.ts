import { RedisConnection } from "./RedisConnection.ts";
import type { Unsubscribe, Wire } from "./Wire.ts";

/** From one try to connect to the next. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

type Subscribers = Set<(message: Uint8Array) => void>;

/** A wire through Redis' publish and subscribe. It connects by itself, for as long as it takes, and again whenever it breaks. */
export class RedisWire implements Wire {
  readonly #url: string;
  readonly #onError: (error: Error) => void;
  readonly #subscribers = new Map<string, Subscribers>();
  readonly #whenChanged: ((isUp: boolean) => void)[] = [];
  #connection: RedisConnection;
  #tries = 0;
  #pause: NodeJS.Timeout | undefined;
  #isClosed = false;

  /**
   * @param url such as `redis://redis.example:6379`.
   * @param onError is told of every try that fails; the wire goes on trying.
   * @throws TypeError where the URL is none of Redis.
   */
  constructor(url: string, onError: (error: Error) => void) {
    this.#url = url;
    this.#onError = onError;
    this.#connection = this.#connect();
  }

  get isUp(): boolean {
    return this.#connection.isUp;
  }

  send(channel: string, message: Uint8Array): void {
    this.#connection.send(channel, message);
  }

  async subscribe(channel: string, onMessage: (message: Uint8Array) => void): Promise<Unsubscribe> {
    if (this.#isClosed) throw new Error("The wire is closed.");
    // One function may wait for messages more than once.
    const subscriber = (message: Uint8Array) => onMessage(message);
    this.#subscribers.set(channel, (this.#subscribers.get(channel) ?? new Set()).add(subscriber));
    // What is asked for while the wire is down is asked of Redis when it is up.
    if (this.#connection.isUp) await this.#connection.listen();
    return () => this.#unsubscribe(channel, subscriber);
  }

  onChange(changed: (isUp: boolean) => void): void {
    this.#whenChanged.push(changed);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#whenChanged.length = 0;
    this.#subscribers.clear();
    clearTimeout(this.#pause);
    this.#connection.end();
  }

  #connect(): RedisConnection {
    let wasUp = false;
    return new RedisConnection({
      url: this.#url,
      wanted: () => this.#subscribers.keys(),
      onMessage: (channel, message) => {
        for (const subscriber of [...(this.#subscribers.get(channel) ?? [])]) subscriber(message);
      },
      onUp: () => {
        wasUp = true;
        this.#tries = 0;
        this.#tell(true);
      },
      onEnded: (error) => {
        if (this.#isClosed) return;
        this.#pause = setTimeout(
          () => {
            this.#connection = this.#connect();
          },
          Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#tries),
        );
        this.#tries += 1;
        if (wasUp) this.#tell(false);
        this.#onError(error);
      },
    });
  }

  #unsubscribe(channel: string, subscriber: (message: Uint8Array) => void): void {
    const subscribers = this.#subscribers.get(channel);
    if (!subscribers?.delete(subscriber) || subscribers.size > 0) return;
    this.#subscribers.delete(channel);
    if (this.#connection.isUp) void this.#connection.listen();
  }

  #tell(isUp: boolean): void {
    for (const changed of this.#whenChanged) changed(isUp);
  }
}
