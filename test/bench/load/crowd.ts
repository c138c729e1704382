import * as Y from "yjs";
import { seedDocument } from "../../../shared/document/seed.ts";
import { manySystems } from "../manySystems.ts";
import { percentile } from "../percentile.ts";
import { Participant } from "./Participant.ts";
import type { Room } from "./Room.ts";

export interface CrowdFigures {
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** From the first call until the last one is in step. */
  readonly allMs: number;
  readonly bytesPerPerson: number;
}

/** A map of so many elements and relations as a document. */
export function documentOf(records: number): Y.Doc {
  const doc = new Y.Doc();
  seedDocument(doc, manySystems(records));
  return doc;
}

/** Puts a document into a room, and waits until whoever comes finds it there. Gives who did it, who is still there. */
export async function fill(room: Room, doc: Y.Doc): Promise<Participant> {
  const bytes = Y.encodeStateAsUpdate(doc).byteLength;
  const giver = await Participant.join(room, { isFirst: true });
  giver.give(doc);
  for (;;) {
    const visitor = await Participant.join(room);
    const isThere = Y.encodeStateAsUpdate(visitor.doc).byteLength >= bytes;
    visitor.leave();
    if (isThere) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return giver;
}

/** So many people come at the same moment. Those with a `doc` have all of it already. */
export async function arriveTogether(
  room: Room,
  people: number,
  doc: Y.Doc,
): Promise<{ readonly figures: CrowdFigures; readonly people: readonly Participant[] }> {
  const startedAtMs = performance.now();
  const waits: number[] = [];
  const arrived = await Promise.all(
    Array.from({ length: people }, async () => {
      const person = await Participant.join(room, { doc });
      waits.push(performance.now() - startedAtMs);
      return person;
    }),
  );
  const bytes = arrived.reduce((sum, person) => sum + person.receivedBytes, 0);
  return {
    people: arrived,
    figures: {
      p50Ms: percentile(waits, 0.5),
      p95Ms: percentile(waits, 0.95),
      allMs: Math.max(...waits),
      bytesPerPerson: bytes / people,
    },
  };
}
