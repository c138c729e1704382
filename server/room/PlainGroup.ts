import * as Y from "yjs";
import type { Author } from "../storage/Author.ts";
import { FitCheck } from "./FitCheck.ts";
import type { ReceivedUpdate } from "./LiveDocument.ts";

/**
 * Updates that can share a transaction: each carries on exactly where the document stands, or where its author's own updates in
 * the group leave off, and refers to nothing that is missing. Then each can be stored just as it came, apart from the others.
 */
export class PlainGroup<Update extends ReceivedUpdate> {
  readonly #clockOf: (client: number) => number;
  readonly #members: Update[] = [];
  readonly #fit: FitCheck;
  readonly #brought = new Map<number, { readonly author: Author; readonly to: number }>();

  /** @param doc does not change while the group is filled. */
  constructor(doc: Y.Doc) {
    this.#clockOf = (client) => Y.getState(doc.store, client);
    this.#fit = new FitCheck(doc);
  }

  get members(): readonly Update[] {
    return this.#members;
  }

  /** Whether an update can be applied together with the others. */
  isCarriedOnBy({ author, outline, isAnswer }: Update): boolean {
    // Most of an answer is usually known: it is taken apart by itself, so that what is known is not stored again.
    if (isAnswer || outline.hasGaps) return false;
    for (const [client, { from }] of outline.brings) {
      const other = this.#brought.get(client);
      if (other && other.author !== author) return false;
      if (from !== this.#known(client, author)) return false;
    }
    for (const [client, clocks] of outline.needs) if (clocks > this.#known(client, author)) return false;
    return true;
  }

  /**
   * Takes an update that carries on.
   * @throws MalformedMessage where it contradicts the document or the others; then the group takes no more.
   */
  add(received: Update): void {
    const { author, outline } = received;
    this.#fit.check(outline);
    for (const [client, { to }] of outline.brings) this.#brought.set(client, { author, to });
    this.#members.push(received);
  }

  #known(client: number, author: Author): number {
    const brought = this.#brought.get(client);
    return brought?.author === author ? brought.to : this.#clockOf(client);
  }
}
