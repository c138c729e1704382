import { MESSAGE } from "../../../shared/protocol/messages.ts";

/** Nothing of a map is ever acknowledged by this number: it stands for a question about the way alone. */
const question = new Uint8Array([MESSAGE.ackRequest, 0]);

/**
 * Questions that the server answers once everything that was sent before them is committed, told apart from those that the
 * save state asks. They are asked one after another: the answers do not say to which of them they belong.
 */
export class Echoes {
  #last: Promise<number | null> = Promise.resolve(null);
  #answered: ((ms: number | null) => void) | undefined;
  #askedAtMs = 0;
  #isOver = false;

  /** Asks by `send`; answers with the milliseconds that it took, or `null` when {@link giveUp} comes first. */
  ask(send: (data: Uint8Array<ArrayBuffer>) => void): Promise<number | null> {
    this.#last = this.#last.then(() => {
      if (this.#isOver) return null;
      return new Promise((resolve) => {
        this.#answered = resolve;
        this.#askedAtMs = performance.now();
        send(question);
      });
    });
    return this.#last;
  }

  /** Whether a message is the answer to one of these questions. */
  hear(message: ArrayBuffer): boolean {
    if (message.byteLength !== 2) return false;
    const [type, number] = new Uint8Array(message);
    if (type !== MESSAGE.durableAck || number !== 0) return false;
    this.#answered?.(performance.now() - this.#askedAtMs);
    return true;
  }

  /** Nothing will be answered any more. */
  giveUp(): void {
    this.#isOver = true;
    this.#answered?.(null);
  }
}
