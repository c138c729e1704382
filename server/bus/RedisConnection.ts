import { randomUUID } from "node:crypto";
import { createClient } from "@redis/client";

export interface RedisConnectionOptions {
  readonly url: string;
  /** What is to be heard as soon as the connection is up. It may change meanwhile: `listen` says so. */
  wanted(): Iterable<string>;
  onMessage(channel: string, message: Uint8Array): void;
  /** Messages come through, on all channels that are wanted. */
  onUp(): void;
  /** Once, and nothing comes after it. */
  onEnded(error: Error): void;
}

const LONGEST_CONNECTING_MS = 2_000;
/**
 * Whether messages come through is tried so often, by sending some to itself. A socket says nothing of a peer that hangs or that a network
 * has forgotten: writing to it succeeds.
 */
const BEAT_EVERY_MS = 1_500;
const MOST_BEATS_UNHEARD = 3;
/** What Redis has not taken yet must not fill the memory: more is lost, as on a wire that is down. */
const MOST_BYTES_UNDER_WAY = 16 * 1024 * 1024;

type Client = ReturnType<typeof connectTo>;

/** One connection to Redis, from when it is made until it breaks: it never mends. */
export class RedisConnection {
  readonly #options: RedisConnectionOptions;
  readonly #sender: Client;
  readonly #receiver: Client;
  readonly #beatChannel = `plumbline/beat/${randomUUID()}`;
  readonly #heard = new Set<string>();
  #tuning: Promise<void> | null = null;
  #mustTuneAgain = false;
  #beatsUnheard = 0;
  #bytesUnderWay = 0;
  #isUp = false;
  #isEnded = false;
  readonly #timer: NodeJS.Timeout;

  /** @throws TypeError where the URL is none of Redis. */
  constructor(options: RedisConnectionOptions) {
    this.#options = options;
    this.#sender = connectTo(options.url);
    this.#receiver = connectTo(options.url);
    for (const client of [this.#sender, this.#receiver])
      client.on("error", (error: Error) => this.#end(error));
    this.#timer = setInterval(() => this.#beat(), BEAT_EVERY_MS);
    void this.#begin();
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  send(channel: string, message: Uint8Array): void {
    if (!this.#isUp || this.#bytesUnderWay > MOST_BYTES_UNDER_WAY) return;
    const { byteLength } = message;
    this.#bytesUnderWay += byteLength;
    this.#sender
      .publish(channel, Buffer.from(message.buffer, message.byteOffset, byteLength))
      .catch((error: Error) => this.#end(error))
      .finally(() => {
        this.#bytesUnderWay -= byteLength;
      });
  }

  /** Resolves once exactly what is wanted now is heard, or the connection has ended. */
  listen(): Promise<void> {
    this.#mustTuneAgain = true;
    this.#tuning ??= this.#tune();
    return this.#tuning;
  }

  end(): void {
    this.#isEnded = true;
    this.#isUp = false;
    clearInterval(this.#timer);
    for (const client of [this.#sender, this.#receiver]) client.destroy();
  }

  async #begin(): Promise<void> {
    try {
      await Promise.all([this.#sender.connect(), this.#receiver.connect()]);
      await this.#receiver.subscribe(this.#beatChannel, () => {
        this.#beatsUnheard = 0;
      });
      await this.listen();
    } catch (error) {
      this.#end(asError(error));
    }
    if (this.#isEnded) return;
    this.#isUp = true;
    this.#options.onUp();
  }

  /** One change at a time, for many channels at once: a channel that is left and entered again in between would be left. */
  async #tune(): Promise<void> {
    // Whatever else is wanted in this turn goes along.
    await Promise.resolve();
    try {
      while (this.#mustTuneAgain && !this.#isEnded) {
        this.#mustTuneAgain = false;
        const wanted = new Set(this.#options.wanted());
        const missing = [...wanted].filter((channel) => !this.#heard.has(channel));
        const unwanted = [...this.#heard].filter((channel) => !wanted.has(channel));
        for (const channel of missing) this.#heard.add(channel);
        for (const channel of unwanted) this.#heard.delete(channel);
        if (missing.length > 0) await this.#receiver.subscribe(missing, this.#onMessage, true);
        if (unwanted.length > 0) await this.#receiver.unsubscribe(unwanted, this.#onMessage, true);
      }
    } catch (error) {
      this.#end(asError(error));
    } finally {
      this.#tuning = null;
    }
  }

  readonly #onMessage = (message: Buffer, channel: Buffer) => {
    if (!this.#isEnded) this.#options.onMessage(channel.toString(), message);
  };

  #beat(): void {
    if (this.#beatsUnheard >= MOST_BEATS_UNHEARD) {
      this.#end(new Error("Redis does not answer."));
      return;
    }
    this.#beatsUnheard += 1;
    if (this.#sender.isReady)
      this.#sender.publish(this.#beatChannel, "").catch((error: Error) => this.#end(error));
  }

  #end(error: Error): void {
    if (this.#isEnded) return;
    this.end();
    this.#options.onEnded(error);
  }
}

function connectTo(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: LONGEST_CONNECTING_MS, reconnectStrategy: false },
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
