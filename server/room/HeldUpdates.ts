import type { ReceivedUpdate } from "./LiveDocument.ts";

/** Beyond these, the oldest go: their senders are asked for all of it anyway, and hold nobody's memory meanwhile. */
const mostUpdates = 256;
const mostBytes = 4 * 1024 * 1024;

/** Updates that carry on from something that has not come yet, until it has: people's updates may overtake each other. */
export class HeldUpdates<Update extends ReceivedUpdate> {
  #held: Update[] = [];
  #bytes = 0;

  hold(received: Update): void {
    // What has gaps of its own is never complete.
    if (received.outline.hasGaps) return;
    this.#held.push(received);
    this.#bytes += received.update.byteLength;
    while (this.#held.length > mostUpdates || this.#bytes > mostBytes) {
      this.#bytes -= this.#held.shift()?.update.byteLength ?? 0;
    }
  }

  /** Takes out those for which everything is here now. */
  takeReady(isReady: (received: Update) => boolean): readonly Update[] {
    if (this.#held.length === 0) return [];
    const ready = this.#held.filter(isReady);
    if (ready.length === 0) return [];
    this.#held = this.#held.filter((received) => !ready.includes(received));
    this.#bytes = this.#held.reduce((bytes, { update }) => bytes + update.byteLength, 0);
    return ready;
  }
}
