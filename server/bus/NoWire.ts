import type { Unsubscribe, Wire } from "./Wire.ts";

/** For servers that share a store and nothing else: they hear of each other when they look into it. */
export class NoWire implements Wire {
  readonly isUp = false;

  send(): void {}

  async subscribe(): Promise<Unsubscribe> {
    return () => {};
  }

  onChange(): void {}

  async close(): Promise<void> {}
}
