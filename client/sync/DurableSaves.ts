const patienceMs = 10_000;

/** What one number on the wire stands for. */
interface Numbered {
  readonly edits: number;
  readonly restored: number;
}

/**
 * Counts the edits of this tab, and those that the device had kept from earlier visits, and learns which of them the server has
 * committed.
 *
 * After its updates the tab sends a number; the server answers with it once everything that it received before is committed.
 * So a number may only be sent when the updates it stands for have been sent on the same connection: at once while the
 * connection is *level* (both sides have exchanged what the other lacked), else as soon as it is.
 */
export class DurableSaves {
  readonly #ask: (number: number) => void;
  readonly #onChange: () => void;
  /** What is not known to be committed, oldest first: the last one has the number `#numbered`. */
  readonly #uncommitted: Numbered[] = [];
  #numbered = 0;
  #edits = 0;
  #restored = 0;
  #isLevel = false;
  #isAskQueued = false;
  #clock: ReturnType<typeof setTimeout> | undefined;
  #isSlow = false;

  /** `ask` sends a number to the server. `onChange` is told whenever anything that can be asked here may be another. */
  constructor(ask: (number: number) => void, onChange: () => void) {
    this.#ask = ask;
    this.#onChange = onChange;
  }

  /** How many edits are not known to be committed, those of earlier visits included. */
  get waiting(): number {
    return this.#edits + this.#restored;
  }

  /** How many edits of this tab are not known to be committed. */
  get waitingEdits(): number {
    return this.#edits;
  }

  /** Whether everything is known to be committed, also what the device had kept. */
  get isSettled(): boolean {
    return this.#uncommitted.length === 0;
  }

  /** Whether something waits on a good connection and the server has confirmed nothing for ten seconds. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  /** An edit of this tab has been made, and sent if there is a connection. */
  edited(): void {
    this.#add({ edits: 1, restored: 0 });
  }

  /** The device's copy has been read: it may hold what the server lacks, and `changes` edits are not known to be committed. */
  restored(changes: number): void {
    this.#add({ edits: 0, restored: changes });
  }

  /** Everything that the server lacked has been sent on the present connection. */
  becameLevel(): void {
    this.#isLevel = true;
    if (!this.isSettled) this.#askSoon();
    this.#startClock();
  }

  /** The connection is gone; what it had been asked will not be answered. */
  lostConnection(): void {
    this.#isLevel = false;
    this.stopClock();
  }

  /** The server has committed everything up to a number. Numbers that were never sent are ignored. */
  answered(number: number): void {
    const committed = this.#numbered - this.#uncommitted.length;
    if (number <= committed || number > this.#numbered) return;
    for (const { edits, restored } of this.#uncommitted.splice(0, number - committed)) {
      this.#edits -= edits;
      this.#restored -= restored;
    }
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

  #add(numbered: Numbered): void {
    this.#uncommitted.push(numbered);
    this.#numbered += 1;
    this.#edits += numbered.edits;
    this.#restored += numbered.restored;
    this.#askSoon();
    this.#startClock();
    this.#onChange();
  }

  #startClock(): void {
    if (this.#clock !== undefined || !this.#isLevel || this.isSettled) return;
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
      if (this.#isLevel) this.#ask(this.#numbered);
    });
  }
}
