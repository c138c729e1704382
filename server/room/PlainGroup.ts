import type { Author } from "../storage/Author.ts";
import type { ReceivedUpdate } from "./LiveDocument.ts";

/**
 * Updates that can share a transaction: each carries on exactly where the document stands, or where its author's own updates in
 * the group leave off, and refers to nothing that is missing. Then each can be stored just as it came, apart from the others.
 */
export class PlainGroup<Update extends ReceivedUpdate> {
  readonly #clockOf: (client: number) => number;
  readonly #members: Update[] = [];
  readonly #brought = new Map<number, { readonly author: Author; readonly to: number }>();

  /** @param clockOf how many clocks of a client the document knows; it does not change while the group is filled. */
  constructor(clockOf: (client: number) => number) {
    this.#clockOf = clockOf;
  }

  get members(): readonly Update[] {
    return this.#members;
  }

  /** Takes an update where it fits; says whether. */
  takes(received: Update): boolean {
    const { author, outline, isAnswer } = received;
    // Most of an answer is usually known: it is taken apart by itself, so that what is known is not stored again.
    if (isAnswer || outline.hasGaps) return false;
    for (const [client, { from }] of outline.brings) {
      const other = this.#brought.get(client);
      if (other && other.author !== author) return false;
      if (from !== this.#known(client, author)) return false;
    }
    for (const [client, clocks] of outline.needs) if (clocks > this.#known(client, author)) return false;
    for (const [client, { to }] of outline.brings) this.#brought.set(client, { author, to });
    this.#members.push(received);
    return true;
  }

  #known(client: number, author: Author): number {
    const brought = this.#brought.get(client);
    return brought?.author === author ? brought.to : this.#clockOf(client);
  }
}
