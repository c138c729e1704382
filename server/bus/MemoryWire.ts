import type { Unsubscribe, Wire } from "./Wire.ts";

/** What several wires of one process are plugged into: for tests, and for a server that is alone. */
export class MemoryExchange {
  readonly #wires = new Set<MemoryWire>();

  plugIn(wire: MemoryWire): void {
    this.#wires.add(wire);
  }

  unplug(wire: MemoryWire): void {
    this.#wires.delete(wire);
  }

  carry(channel: string, message: Uint8Array): void {
    for (const wire of this.#wires) wire.receive(channel, message);
  }
}

/** A wire inside one process. */
export class MemoryWire implements Wire {
  readonly #exchange: MemoryExchange;
  readonly #subscribers = new Map<string, Set<(message: Uint8Array) => void>>();
  readonly #whenChanged: ((isUp: boolean) => void)[] = [];
  #isUp = true;
  #isClosed = false;

  constructor(exchange: MemoryExchange) {
    this.#exchange = exchange;
    exchange.plugIn(this);
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  send(channel: string, message: Uint8Array): void {
    if (this.#isUp) this.#exchange.carry(channel, message.slice());
  }

  async subscribe(channel: string, onMessage: (message: Uint8Array) => void): Promise<Unsubscribe> {
    if (this.#isClosed) throw new Error("The wire is closed.");
    // One function may wait for messages more than once.
    const subscriber = (message: Uint8Array) => onMessage(message);
    this.#subscribers.set(channel, (this.#subscribers.get(channel) ?? new Set()).add(subscriber));
    return () => {
      const subscribers = this.#subscribers.get(channel);
      if (subscribers?.delete(subscriber) && subscribers.size === 0) this.#subscribers.delete(channel);
    };
  }

  onChange(changed: (isUp: boolean) => void): void {
    this.#whenChanged.push(changed);
  }

  /** Hands a message to those who wait for it, in a turn of its own, as a socket would. */
  receive(channel: string, message: Uint8Array): void {
    if (!this.#isUp) return;
    setImmediate(() => {
      if (!this.#isUp) return;
      for (const subscriber of [...(this.#subscribers.get(channel) ?? [])]) subscriber(message);
    });
  }

  /** Cuts the wire, or mends it: for tests. */
  setUp(isUp: boolean): void {
    if (this.#isUp === isUp || this.#isClosed) return;
    this.#isUp = isUp;
    for (const changed of this.#whenChanged) changed(isUp);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#isUp = false;
    this.#whenChanged.length = 0;
    this.#subscribers.clear();
    this.#exchange.unplug(this);
  }
}
