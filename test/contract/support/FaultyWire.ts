import type { Unsubscribe, Wire } from "../../../server/bus/Wire.ts";
import { eventually } from "./eventually.ts";

/** What becomes of a message; `held` waits for the next that is sent with `release`, and follows it. */
export type Fate = "once" | "twice" | "lost" | "held" | "release";

/** A wire that does to messages what a test says. */
export class FaultyWire implements Wire {
  readonly #wire: Wire;
  readonly #whenChanged: ((isUp: boolean) => void)[] = [];
  readonly #held: { channel: string; message: Uint8Array }[] = [];
  /** Of the next messages; after them `fateOf` says. */
  readonly fates: Fate[] = [];
  fateOf: () => Fate = () => "once";
  #isCut = false;
  #received = 0;

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onChange((isUp) => {
      if (!this.#isCut) this.#tell(isUp);
    });
  }

  get isUp(): boolean {
    return this.#wire.isUp && !this.#isCut;
  }

  send(channel: string, message: Uint8Array): void {
    if (this.#isCut) return;
    const fate = this.fates.shift() ?? this.fateOf();
    if (fate === "held") this.#held.push({ channel, message });
    if (fate === "lost" || fate === "held") return;
    this.#wire.send(channel, message);
    if (fate === "twice") this.#wire.send(channel, message);
    if (fate === "release")
      for (const each of this.#held.splice(0)) this.#wire.send(each.channel, each.message);
  }

  subscribe(channel: string, onMessage: (message: Uint8Array) => void): Promise<Unsubscribe> {
    return this.#wire.subscribe(channel, (message) => {
      if (this.#isCut) return;
      onMessage(message);
      this.#received += 1;
    });
  }

  /** Waits until so many messages have come in all. */
  async seen(count: number): Promise<number> {
    await eventually(() => {
      if (this.#received < count) throw new Error(`${this.#received} of ${count} messages have come.`);
    });
    return this.#received;
  }

  onChange(changed: (isUp: boolean) => void): void {
    this.#whenChanged.push(changed);
  }

  /** Cuts this server off the wire, or plugs it in again. */
  setUp(isUp: boolean): void {
    if (this.#isCut === !isUp) return;
    this.#isCut = !isUp;
    this.#tell(isUp);
  }

  async close(): Promise<void> {
    this.#whenChanged.length = 0;
    await this.#wire.close();
  }

  #tell(isUp: boolean): void {
    for (const changed of this.#whenChanged) changed(isUp);
  }
}
