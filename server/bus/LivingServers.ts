import type { Wire } from "./Wire.ts";

export interface LivingServersOptions {
  readonly server: string;
  readonly wire: Wire;
  /** Nothing is heard of a server any more. */
  onGone(server: string): void;
  /** A server is heard that was not: it and this one have to introduce their people. */
  onCame(server: string): void;
}

const CHANNEL = "plumbline servers";
const SPEAK_EVERY_MS = 1_500;
const GONE_AFTER_MS = 6_000;

/** Which other servers are heard. What a server told of its people holds for as long as it is. */
export class LivingServers {
  readonly #options: LivingServersOptions;
  readonly #heardAtMs = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  private constructor(options: LivingServersOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#goRound(), SPEAK_EVERY_MS);
    this.#timer.unref();
  }

  static async open(options: LivingServersOptions): Promise<LivingServers> {
    const living = new LivingServers(options);
    await options.wire.subscribe(CHANNEL, (message) => living.#hear(new TextDecoder().decode(message)));
    living.#speak("here");
    return living;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#speak("leaves");
  }

  #goRound(): void {
    this.#speak("here");
    const now = performance.now();
    for (const [server, at] of this.#heardAtMs) if (now - at > GONE_AFTER_MS) this.#forget(server);
  }

  #speak(word: "here" | "leaves"): void {
    this.#options.wire.send(CHANNEL, new TextEncoder().encode(`${word} ${this.#options.server}`));
  }

  #hear(message: string): void {
    const [word, server] = message.split(" ");
    if (server === undefined || server === this.#options.server) return;
    if (word === "leaves") {
      this.#forget(server);
      return;
    }
    const isNew = !this.#heardAtMs.has(server);
    this.#heardAtMs.set(server, performance.now());
    if (isNew) this.#options.onCame(server);
  }

  #forget(server: string): void {
    if (this.#heardAtMs.delete(server)) this.#options.onGone(server);
  }
}
