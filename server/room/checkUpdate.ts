import * as Y from "yjs";
import { MalformedMessage } from "./MalformedMessage.ts";

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];
type Id = { readonly client: number; readonly clock: number };

/**
 * Checks that an update decodes and could have been made by Yjs: applying what could not may throw half way, and would then
 * leave a document that nobody else has.
 * @throws MalformedMessage, or whatever the decoder throws.
 */
export function checkUpdate(update: Uint8Array): void {
  const { structs, ds } = Y.decodeUpdate(update);
  checkStructs(structs);
  for (const [client, ranges] of ds.clients) {
    if (!isClientId(client)) throw new MalformedMessage("A client id is out of range.");
    for (const { clock, len } of ranges) {
      if (len < 1 || !Number.isSafeInteger(clock + len))
        throw new MalformedMessage("A deletion is out of range.");
    }
  }
}

function checkStructs(structs: readonly Struct[]): void {
  const seen = new Set<number>();
  let client = -1;
  let nextClock = 0;
  for (const struct of structs) {
    const { id, length } = struct;
    if (id.client !== client) {
      if (seen.has(id.client) || !isClientId(id.client))
        throw new MalformedMessage("A client's part is repeated.");
      seen.add(id.client);
      client = id.client;
      nextClock = id.clock;
    }
    if (length < 1 || id.clock !== nextClock || !Number.isSafeInteger(id.clock + length)) {
      throw new MalformedMessage("A part is out of range.");
    }
    nextClock = id.clock + length;
    if (struct instanceof Y.Item) checkOrigins(struct);
  }
}

/** Yjs looks for what an item of the same client refers to without asking whether it exists: it must come before. */
function checkOrigins(item: Y.Item): void {
  for (const origin of [item.origin, item.rightOrigin, item.parent]) {
    if (!isId(origin)) continue;
    if (origin.client === item.id.client && origin.clock >= item.id.clock) {
      throw new MalformedMessage("An item refers to what comes after it.");
    }
  }
}

function isId(value: unknown): value is Id {
  return value instanceof Y.ID;
}

function isClientId(client: number): boolean {
  return Number.isSafeInteger(client) && client >= 0;
}
