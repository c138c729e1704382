import * as Y from "yjs";
import { MalformedMessage } from "./MalformedMessage.ts";

/** One of the parts that an update is made of. */
export type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];
export type Deletions = ReturnType<typeof Y.decodeUpdate>["ds"];
type Id = { readonly client: number; readonly clock: number };

/** What an update brings, and what has to be there before it can be applied. Clocks by client id. */
export interface UpdateOutline {
  /** Everything that it brings, each client's in the order of its clocks. */
  readonly structs: readonly Struct[];
  readonly deletions: Deletions;
  /** Where the update's part of a client begins, and where it ends: the first clock after it. */
  readonly brings: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
  /** How many clocks of a client must be known: what one client's part has of another's, and what is deleted and not brought. */
  readonly needs: ReadonlyMap<number, number>;
  /** Whether something within a part was left out by whoever made the update. */
  readonly hasGaps: boolean;
}

/**
 * Checks that an update decodes and could have been made by Yjs: applying what could not may throw half way, and would then
 * leave a document that nobody else has.
 * @throws MalformedMessage, or whatever the decoder throws.
 */
export function checkUpdate(update: Uint8Array): UpdateOutline {
  const { structs, ds } = Y.decodeUpdate(update);
  const needs = new Map<number, number>();
  const brings = checkStructs(structs, needs);
  checkDeletions(ds, brings, needs);
  return {
    structs,
    deletions: ds,
    brings,
    needs,
    hasGaps: structs.some((struct) => struct instanceof Y.Skip),
  };
}

/** Notes in `needs` what the parts refer to. */
function checkStructs(structs: readonly Struct[], needs: Map<number, number>): UpdateOutline["brings"] {
  const brings = new Map<number, { readonly from: number; to: number }>();
  let client = Number.POSITIVE_INFINITY;
  let part = { from: 0, to: 0 };
  for (const struct of structs) {
    const { id, length } = struct;
    if (id.client !== client) {
      // Yjs writes them in this order, and loses some of them when it merges updates in which they stand in another.
      if (id.client >= client || !isClientId(id.client))
        throw new MalformedMessage("A client's part is out of order.");
      client = id.client;
      part = { from: id.clock, to: id.clock };
      brings.set(client, part);
    }
    if (length < 1 || id.clock !== part.to || !Number.isSafeInteger(id.clock + length)) {
      throw new MalformedMessage("A part is out of range.");
    }
    part.to = id.clock + length;
    if (struct instanceof Y.Item) checkOrigins(struct, needs);
  }
  return brings;
}

/** Yjs looks for what an item of the same client refers to without asking whether it exists: it must come before. */
function checkOrigins(item: Y.Item, needs: Map<number, number>): void {
  for (const origin of [item.origin, item.rightOrigin, item.parent]) {
    if (!isId(origin)) continue;
    if (origin.client === item.id.client && origin.clock >= item.id.clock) {
      throw new MalformedMessage("An item refers to what comes after it.");
    }
    if (origin.client !== item.id.client) need(needs, origin.client, origin.clock + 1);
  }
}

function checkDeletions(ds: Deletions, brings: UpdateOutline["brings"], needs: Map<number, number>): void {
  for (const [client, ranges] of ds.clients) {
    if (!isClientId(client)) throw new MalformedMessage("A client id is out of range.");
    for (const { clock, len } of ranges) {
      if (len < 1 || !Number.isSafeInteger(clock + len))
        throw new MalformedMessage("A deletion is out of range.");
      if (clock + len > (brings.get(client)?.to ?? 0)) need(needs, client, clock + len);
    }
  }
}

function need(needs: Map<number, number>, client: number, clocks: number): void {
  if (clocks > (needs.get(client) ?? 0)) needs.set(client, clocks);
}

function isId(value: unknown): value is Id {
  return value instanceof Y.ID;
}

function isClientId(client: number): boolean {
  return Number.isSafeInteger(client) && client >= 0;
}
