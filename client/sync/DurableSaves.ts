const patienceMs = 10_000;

/**
 * Counts the edits of this tab and learns which of them the server has committed.
 *
 * After its updates the tab sends a number; the server answers with it once everything that it received before is committed.
 * So a number may only be sent when the updates it stands for have been sent on the same connection: at once while the
 * connection is *level* (both sides have exchanged what the other lacked), else as soon as it is.
 */
export class DurableSaves {
  readonly #ask: (number: number) => void;
  readonly #onChange: () => void;
  #made = 0;
  #committed = 0;
  #isLevel = false;
  #isAskQueued = false;
  #clock: ReturnType<typeof setTimeout> | undefined;
  #isSlow = false;

  /** `ask` sends a number to the server. `onChange` is told whenever {@link waiting} or {@link isSlow} may be another. */
  constructor(ask: (number: number) => void, onChange: () => void) {
    this.#ask = ask;
    this.#onChange = onChange;
  }

  /** How many edits of this tab are not known to be committed. */
  get waiting(): number {
    return this.#made - this.#committed;
  }

  /** Whether edits wait on a good connection and the server has confirmed nothing for ten seconds. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  /** An edit of this tab has been made, and sent if there is a connection. */
  edited(): void {
    this.#made += 1;
    this.#askSoon();
    this.#startClock();
    this.#onChange();
  }

  /** Everything that the server lacked has been sent on the present connection. */
  becameLevel(): void {
    this.#isLevel = true;
    if (this.waiting > 0) this.#askSoon();
    this.#startClock();
  }

  /** The connection is gone; what it had been asked will not be answered. */
  lostConnection(): void {
    this.#isLevel = false;
    this.stopClock();
  }

  /** The server has committed everything up to a number. Numbers that were never sent are ignored. */
  answered(number: number): void {
    if (number <= this.#committed || number > this.#made) return;
    this.#committed = number;
    this.stopClock();
    this.#startClock();
    this.#onChange();
  }

  /** Nobody is waiting any more. */
  stopClock(): void {
    clearTimeout(this.#clock);
    this.#clock = undefined;
    this.#isSlow = false;
  }

  #startClock(): void {
    if (this.#clock !== undefined || !this.#isLevel || this.waiting === 0) return;
    this.#clock = setTimeout(() => {
      this.#isSlow = true;
      this.#onChange();
    }, patienceMs);
  }

  // One question for everything that one gesture writes, behind the last of its updates.
  #askSoon(): void {
    if (!this.#isLevel || this.#isAskQueued) return;
    this.#isAskQueued = true;
    queueMicrotask(() => {
      this.#isAskQueued = false;
      if (this.#isLevel) this.#ask(this.#made);
    });
  }
}
