import { deepStrictEqual } from "node:assert/strict";
import * as Y from "yjs";
import { type Applied, LiveDocument, type ReceivedUpdate } from "../../server/room/LiveDocument.ts";
import { MalformedMessage } from "../../server/room/MalformedMessage.ts";
import { type ClientMessage, readMessage } from "../../server/room/readMessage.ts";
import { readSnapshot } from "../../shared/document/snapshot.ts";
import { authorNamed } from "../server/support/authorNamed.ts";
import type { Random } from "../support/random.ts";
import { HostileMessages } from "./HostileMessages.ts";
import { structureOf } from "./structureOf.ts";

const roots = ["map", "elements", "relations", "decisions"] as const;
const authors = ["ann", "bob", "cas"] as const;
/** So many gatherings between two looks at whether what is loaded is what is here. */
const mostTogether = 5;

/** How many messages were refused at sight, and how many updates contradicted the document. */
export interface FloodCounts {
  sent: number;
  malformed: number;
  refused: number;
  applied: number;
}

/**
 * Sends so many hostile messages to one document, and looks at the end whether it is the same here, stored, and at everybody.
 * @throws whatever else than a refusal comes of one, and AssertionError where the copies differ.
 */
export function floodDocument(random: Random, messages: number): FloodCounts {
  const document = new LiveDocument<ReceivedUpdate>(null);
  const clocks = () => Y.decodeStateVector(document.stateVector());
  const hostile = new HostileMessages(random, [7, 8], (client) => clocks().get(client) ?? 0);
  const relayed = emptyMap();
  const log: Uint8Array[] = [];
  const counts = { sent: 0, malformed: 0, refused: 0, applied: 0 };
  let gathering: ReceivedUpdate[] = [];
  const note = ({ relay, entries, refused }: Applied<ReceivedUpdate>) => {
    if (relay) Y.applyUpdate(relayed, relay);
    log.push(...entries.map(({ update }) => update));
    counts.refused += refused.length;
    counts.applied += entries.length;
  };
  while (counts.sent < messages) {
    counts.sent += 1;
    const message = readOrRefuse(hostile.next());
    if (message === null) counts.malformed += 1;
    if (message?.kind === "state-vector") document.framesFor(message.stateVector);
    if (message?.kind === "update") {
      gathering.push({ ...message, author: authorNamed(random.pick(authors)), at: 1 });
    }
    if (gathering.length < 1 + random.below(mostTogether)) continue;
    note(document.apply(gathering));
    gathering = [];
  }
  checkCopies(document, relayed, log);
  document.destroy();
  return counts;
}

function checkCopies(document: LiveDocument, relayed: Y.Doc, log: readonly Uint8Array[]): void {
  const loaded = new LiveDocument({ updates: log, refs: log.map((_, index) => index) });
  const [here, stored] = [document, loaded].map((one) => {
    const doc = emptyMap();
    Y.applyUpdate(doc, one.encodeFull());
    return doc;
  });
  if (!here || !stored) throw new Error("Two documents");
  deepStrictEqual(plain(stored), plain(here), "What is loaded is not what was here.");
  deepStrictEqual(plain(relayed), plain(here), "What others were told is not what is here.");
  deepStrictEqual(readSnapshot(stored), readSnapshot(here));
  loaded.destroy();
}

function readOrRefuse(data: Uint8Array): ClientMessage | null {
  try {
    return readMessage(data);
  } catch (error) {
    if (error instanceof MalformedMessage) return null;
    throw error;
  }
}

/** Ids compare by what they are, not by which class made them. */
function plain(doc: Y.Doc): unknown {
  return JSON.parse(JSON.stringify(structureOf(doc)));
}

function emptyMap(): Y.Doc {
  const doc = new Y.Doc();
  for (const root of roots) doc.getMap(root);
  return doc;
}
