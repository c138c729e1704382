import * as encoding from "lib0/encoding";
import type { Random } from "../support/random.ts";

const roots = ["map", "elements", "relations", "decisions", "x"] as const;
const keys = ["name", "position", "title", "~order", "anna-1", "forged"] as const;
/** How Yjs numbers the kinds of content, and those of types. */
const CONTENT = { gc: 0, deleted: 1, string: 4, format: 6, type: 7, any: 8, skip: 10 } as const;
const typeKinds = 7;
/** Elements and hooks of XML. */
const namedTypeKinds = [3, 5];

interface Id {
  readonly client: number;
  readonly clock: number;
}

/**
 * Updates that decode, and that no honest program makes: they carry on or forge the clocks of several clients, refer to anything
 * that was ever said, put keys beside lists and lists under keys, and delete at random.
 */
export class ForgedUpdates {
  readonly #random: Random;
  readonly #clients: readonly number[];
  readonly #clockOf: (client: number) => number;

  /**
   * @param victims clients of honest people, whose clocks are forged too.
   * @param clockOf how much of a client the document under attack has.
   */
  constructor(random: Random, victims: readonly number[], clockOf: (client: number) => number) {
    this.#random = random;
    this.#clockOf = clockOf;
    this.#clients = [...victims, 1, 2, random.below(2 ** 32)].sort((a, b) => b - a);
  }

  next(): Uint8Array {
    const random = this.#random;
    const update = encoding.createEncoder();
    const clients = this.#clients.filter(() => random.chance(0.4));
    if (random.chance(0.02)) clients.reverse();
    encoding.writeVarUint(update, clients.length);
    for (const client of clients) this.#writePart(update, client);
    const deleting = this.#clients.filter(() => random.chance(0.15));
    encoding.writeVarUint(update, deleting.length);
    for (const client of deleting) {
      encoding.writeVarUint(update, client);
      encoding.writeVarUint(update, 1);
      encoding.writeVarUint(update, this.#someClock(client));
      encoding.writeVarUint(update, 1 + random.below(3));
    }
    return encoding.toUint8Array(update);
  }

  #writePart(update: encoding.Encoder, client: number): void {
    const random = this.#random;
    const count = 1 + random.below(4);
    const from = random.chance(0.85) ? this.#clockOf(client) : this.#someClock(client);
    encoding.writeVarUint(update, count);
    encoding.writeVarUint(update, client);
    encoding.writeVarUint(update, from);
    let clock = from;
    for (let left = count; left > 0; left--) clock += this.#writeStruct(update, { client, clock });
  }

  /** Returns the length of what it wrote. */
  #writeStruct(update: encoding.Encoder, id: Id): number {
    const random = this.#random;
    const length = 1 + random.below(3);
    if (random.chance(0.06)) {
      encoding.writeUint8(update, random.chance(0.5) ? CONTENT.gc : CONTENT.skip);
      encoding.writeVarUint(update, length);
      return length;
    }
    const content = random.pick([CONTENT.deleted, CONTENT.string, CONTENT.format, CONTENT.type, CONTENT.any]);
    const hasOrigin = random.chance(0.5);
    const hasRightOrigin = random.chance(0.4);
    const hasKey = !hasOrigin && !hasRightOrigin && random.chance(0.6);
    encoding.writeUint8(
      update,
      content | (hasOrigin ? 0x80 : 0) | (hasRightOrigin ? 0x40 : 0) | (hasKey ? 0x20 : 0),
    );
    if (hasOrigin) this.#writeId(update, id);
    if (hasRightOrigin) this.#writeId(update, id);
    if (!hasOrigin && !hasRightOrigin) this.#writeParent(update, id);
    if (hasKey) encoding.writeVarString(update, random.pick(keys));
    return this.#writeContent(update, content, length);
  }

  #writeParent(update: encoding.Encoder, id: Id): void {
    const isRoot = this.#random.chance(0.6);
    encoding.writeVarUint(update, isRoot ? 1 : 0);
    if (isRoot) encoding.writeVarString(update, this.#random.pick(roots));
    else this.#writeId(update, id);
  }

  /** Mostly what was said before, by anybody. */
  #writeId(update: encoding.Encoder, id: Id): void {
    const client = this.#random.pick(this.#clients);
    const isOwn = client === id.client && id.clock > 0 && this.#random.chance(0.9);
    encoding.writeVarUint(update, client);
    encoding.writeVarUint(update, isOwn ? this.#random.below(id.clock) : this.#someClock(client));
  }

  #someClock(client: number): number {
    return this.#random.below(this.#clockOf(client) + (this.#random.chance(0.1) ? 3 : 0));
  }

  #writeContent(update: encoding.Encoder, content: number, length: number): number {
    const random = this.#random;
    switch (content) {
      case CONTENT.deleted:
        encoding.writeVarUint(update, length);
        return length;
      case CONTENT.string:
        encoding.writeVarString(update, "abc".slice(0, length));
        return length;
      case CONTENT.format:
        encoding.writeVarString(update, "bold");
        encoding.writeVarString(update, random.chance(0.5) ? "true" : "null");
        return 1;
      case CONTENT.type:
        return this.#writeType(update, random.below(typeKinds));
      default:
        encoding.writeVarUint(update, length);
        for (let left = length; left > 0; left--) encoding.writeAny(update, random.pick(anyValues));
        return length;
    }
  }

  #writeType(update: encoding.Encoder, kind: number): number {
    encoding.writeVarUint(update, kind);
    if (namedTypeKinds.includes(kind)) encoding.writeVarString(update, "p");
    return 1;
  }
}

const anyValues = [null, true, 7, "text", { x: 1, y: 2 }, [1, "two"]];
