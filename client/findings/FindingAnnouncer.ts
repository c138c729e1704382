import { announceChange, type StandingKeys } from "./announcement.ts";

const settledAfterMs = 1200;

/** Says what has come and gone once the findings have stood still for a while, so that typing is not talked over. */
export class FindingAnnouncer {
  readonly #say: (text: string) => void;
  #said: StandingKeys | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  /**
   * Takes the keys of the findings as they are now. Nothing is said of those that stood when they first came to rest: they are
   * what the map was opened with.
   */
  update(keys: StandingKeys): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const text = this.#said === undefined ? undefined : announceChange(this.#said, keys);
      this.#said = keys;
      if (text !== undefined) this.#say(text);
    }, settledAfterMs);
  }

  /** Says nothing of the last update; the next one is compared with what was said before it. */
  pause(): void {
    clearTimeout(this.#timer);
  }
}
