import * as Y from "yjs";
import type { Deletions, Struct, UpdateOutline } from "./checkUpdate.ts";
import { MalformedMessage } from "./MalformedMessage.ts";

type Id = { readonly client: number; readonly clock: number };

/** Where an item stands: in which container, and under which key of it. `null` where the container is gone, and the item with it. */
type Place = { readonly container: unknown; readonly key: string | null } | null;

/** What an update brings of one client, of which the first `reach` clocks are checked. */
interface Part {
  readonly client: number;
  readonly structs: Struct[];
  next: number;
  reach: number;
  /** Whether the next one waits for what has not come. */
  isStuck: boolean;
}

/**
 * Checks that updates fit a document: that what they refer to stands where they say. Yjs believes it, and puts what does not
 * where chance has it: differently here, in what is loaded later, and at everybody else, or stops half way.
 */
export class FitCheck {
  readonly #doc: Y.Doc;
  readonly #parts = new Map<number, Part>();
  readonly #places = new Map<Struct, Place>();
  #deletions: Deletions | null = null;

  /** @param doc does not change while this is used. */
  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /**
   * Checks an update that carries on from the document and from the updates that were checked before. What waits for something
   * else is left unchecked: it is not applied either.
   * @throws MalformedMessage where it does not fit; then this is of no use any more.
   */
  check({ structs, deletions }: UpdateOutline): void {
    this.#deletions = deletions;
    const parts = new Set<Part>();
    for (const struct of structs) parts.add(this.#addToPart(struct));
    for (const part of parts) this.#checkPart(part);
  }

  #addToPart(struct: Struct): Part {
    const { client } = struct.id;
    let part = this.#parts.get(client);
    if (!part) {
      part = { client, structs: [], next: 0, reach: Y.getState(this.#doc.store, client), isStuck: false };
      this.#parts.set(client, part);
    }
    part.structs.push(struct);
    return part;
  }

  /** Goes through a part in its order, and before that through those parts of others that it refers to: as Yjs does. */
  #checkPart(first: Part): void {
    const open: { readonly part: Part; readonly until: number }[] = [
      { part: first, until: Number.POSITIVE_INFINITY },
    ];
    const opened = new Set([first]);
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const { part, until } = top;
      const struct = part.structs[part.next];
      const waitsFor = struct && !part.isStuck && part.reach < until ? this.#waitsFor(part, struct) : null;
      if (!struct || part.isStuck || part.reach >= until) {
        opened.delete(part);
        open.pop();
      } else if (waitsFor === "nothing") {
        this.#checkStruct(part, struct);
      } else if (waitsFor === null || !waitsFor.part || waitsFor.part.isStuck || opened.has(waitsFor.part)) {
        part.isStuck = true;
      } else {
        opened.add(waitsFor.part);
        open.push({ part: waitsFor.part, until: waitsFor.until });
      }
    }
  }

  /** What has to be checked before a struct can be; `null` = what has not come. */
  #waitsFor(part: Part, struct: Struct): "nothing" | { part: Part | undefined; until: number } | null {
    if (
      struct instanceof Y.Skip ? struct.id.clock + struct.length > part.reach : struct.id.clock > part.reach
    )
      return null;
    if (!(struct instanceof Y.Item)) return "nothing";
    for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
      if (!isId(id) || id.clock < this.#reachOf(id.client)) continue;
      const other = this.#parts.get(id.client);
      if (!other || other.structs.length === other.next) return null;
      return { part: other, until: id.clock + 1 };
    }
    return "nothing";
  }

  #checkStruct(part: Part, struct: Struct): void {
    const end = struct.id.clock + struct.length;
    part.next += 1;
    if (end <= part.reach) return;
    const place = struct instanceof Y.Item ? this.#checkItem(struct) : null;
    this.#places.set(struct, place);
    if (struct.id.clock < part.reach && struct instanceof Y.Item) {
      // Its beginning is known: then the known beginning and this end are the same item.
      const known = this.#placeOf({ client: part.client, clock: part.reach - 1 });
      if (!isSame(known, place)) throw new MalformedMessage("A part is not what is known of it.");
    }
    part.reach = end;
  }

  #checkItem(item: Y.Item): Place {
    const left = item.origin ? this.#placeOf(item.origin) : undefined;
    const right = item.rightOrigin ? this.#placeOf(item.rightOrigin) : undefined;
    if (left !== undefined && right !== undefined && !isSame(left, right))
      throw new MalformedMessage("An item stands between what is not together.");
    if (left === null || right === null) return null;
    const place = left ?? right ?? this.#containerOf(item);
    if (place && place.key !== null) this.#checkValue(item, right !== undefined);
    return place;
  }

  /** Under a key there is one value, and the newest is the last: those before it are deleted. */
  #checkValue({ id, length, content }: Y.Item, hasRight: boolean): void {
    if (hasRight) throw new MalformedMessage("A value stands before another.");
    if (length === 1 || content instanceof Y.ContentDeleted) return;
    const ranges = this.#deletions?.clients.get(id.client) ?? [];
    const areDeleted = ranges.some(({ clock, len }) => clock <= id.clock && id.clock + length <= clock + len);
    if (!areDeleted) throw new MalformedMessage("There are several values under one key.");
  }

  #containerOf({ parent, parentSub: key }: Y.Item): Place {
    if (typeof parent === "string") return { container: this.#doc.share.get(parent) ?? parent, key };
    if (!isId(parent)) throw new MalformedMessage("An item stands nowhere.");
    const struct = this.#structAt(parent);
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) return null;
    if (!(struct.content instanceof Y.ContentType)) throw new MalformedMessage("An item stands in a value.");
    if (this.#places.get(struct) === null) return null;
    return { container: struct.content.type, key };
  }

  #placeOf(id: Id): Place {
    const struct = this.#structAt(id);
    const checked = this.#places.get(struct);
    if (checked !== undefined) return checked;
    if (!(struct instanceof Y.Item)) return null;
    return { container: struct.parent, key: struct.parentSub };
  }

  /** Of the document, or of what is checked. */
  #structAt(id: Id): Struct {
    if (id.clock < Y.getState(this.#doc.store, id.client)) return Y.getItem(this.#doc.store, id);
    const structs = this.#parts.get(id.client)?.structs ?? [];
    let [low, high] = [0, structs.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = structs[middle];
      if (!struct || id.clock < struct.id.clock) high = middle - 1;
      else if (id.clock >= struct.id.clock + struct.length) low = middle + 1;
      else return struct;
    }
    throw new MalformedMessage("An item refers to what is not there.");
  }

  #reachOf(client: number): number {
    return this.#parts.get(client)?.reach ?? Y.getState(this.#doc.store, client);
  }
}

function isSame(one: Place, other: Place): boolean {
  return one?.container === other?.container && one?.key === other?.key;
}

function isId(value: unknown): value is Id {
  return value instanceof Y.ID;
}
