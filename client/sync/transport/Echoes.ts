import { MESSAGE } from "../../../shared/protocol/messages.ts";

/** Nothing of a map is ever acknowledged by this number: it stands for a question about the way alone. */
const question = new Uint8Array([MESSAGE.ackRequest, 0]);

/**
 * Questions that the server answers once everything that was sent before them is committed, told apart from those that the
 * save state asks. They are answered in order.
 */
export class Echoes {
  #asked: { readonly atMs: number; readonly resolve: (ms: number | null) => void }[] = [];

  /** Asks by `send`; answers with the milliseconds that it took, or `null` when {@link giveUp} comes first. */
  ask(send: (data: Uint8Array<ArrayBuffer>) => void): Promise<number | null> {
    return new Promise((resolve) => {
      this.#asked.push({ atMs: performance.now(), resolve });
      send(question);
    });
  }

  /** Whether a message is the answer to one of these questions. */
  hear(message: ArrayBuffer): boolean {
    if (message.byteLength !== 2) return false;
    const [type, number] = new Uint8Array(message);
    if (type !== MESSAGE.durableAck || number !== 0) return false;
    const asked = this.#asked.shift();
    asked?.resolve(performance.now() - asked.atMs);
    return true;
  }

  /** Nothing will be answered any more. */
  giveUp(): void {
    for (const { resolve } of this.#asked) resolve(null);
    this.#asked = [];
  }
}
