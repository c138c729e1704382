import { type Frame, stateVectorFrame } from "./frames.ts";
import type { ReceivedUpdate } from "./LiveDocument.ts";

/** What this needs of a connection. */
interface Sender {
  send(frame: Frame): void;
}

/** From so many on, only an answer settles what somebody owes. */
const mostOwed = 64;

/**
 * Whose updates could not be applied in full, since they carry on from something that the room does not have: an edit that was
 * sent before what was drawn offline. Whoever is asked for what the room lacks sends all of it again, and until that or what
 * was missing has come nothing more of theirs counts as saved.
 */
export class MissingParts<Speaker extends Sender> {
  readonly #asked = new Set<Speaker>();
  readonly #owed = new Map<Speaker, Set<ReceivedUpdate>>();

  /** Asks for everything that the room lacks. */
  ask(speaker: Speaker, stateVector: Uint8Array): void {
    this.#asked.add(speaker);
    speaker.send(stateVectorFrame(stateVector));
  }

  /** Notes an update that could not be applied in full. Its sender is asked, unless an answer is on its way. */
  noteIncomplete(speaker: Speaker, update: ReceivedUpdate, stateVector: () => Uint8Array): void {
    const owed = this.#owed.get(speaker) ?? new Set();
    this.#owed.set(speaker, owed);
    if (owed.size < mostOwed) owed.add(update);
    if (!this.#asked.has(speaker)) this.ask(speaker, stateVector());
  }

  /** Notes that an update is applied in full after all. */
  noteComplete(speaker: Speaker, update: ReceivedUpdate): void {
    const owed = this.#owed.get(speaker);
    const isCounted = owed !== undefined && owed.size < mostOwed;
    if (isCounted && owed.delete(update) && owed.size === 0) this.#owed.delete(speaker);
  }

  /** Notes an answer. What is still missing then is missing where it came from as well: nobody sees it. */
  noteAnswer(speaker: Speaker): void {
    this.#asked.delete(speaker);
    this.#owed.delete(speaker);
  }

  /** Whether something of this speaker is still to come. */
  isOwing(speaker: Speaker): boolean {
    return this.#owed.has(speaker);
  }

  leave(speaker: Speaker): void {
    this.noteAnswer(speaker);
  }
}
