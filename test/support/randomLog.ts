import * as Y from "yjs";
import { seedDocument } from "../../shared/document/seed.ts";
import type { LogRow } from "../../shared/history/digestLog.ts";
import { readMapObject } from "../../shared/model/readMapFile.ts";
import { EditingPerson } from "./EditingPerson.ts";
import type { Random } from "./random.ts";

const startAt = Date.UTC(2026, 4, 3, 9, 42);

/**
 * The log of a map that some people have edited at random: each sends what they wrote when they like, and hears of the others
 * when they like, so that rows come late, together and out of the order of writing.
 */
export function randomLog(random: Random, edits: number): readonly LogRow[] {
  const seed = new Y.Doc();
  seedDocument(
    seed,
    readMapObject({
      format: "system-map",
      version: 1,
      title: "T",
      regime: "england-2022",
      elements: [],
      relations: [],
    }),
  );
  const rows: LogRow[] = [{ ref: 1, person: 0, at: startAt, update: Y.encodeStateAsUpdate(seed) }];
  const people = ["a", "b", "c"].map((name) => new EditingPerson(name, random));
  const waiting: Uint8Array[][] = people.map(() => []);
  for (const [index, { doc }] of people.entries()) {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed), "sync");
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "sync") waiting[index]?.push(update);
    });
  }
  let at = startAt;
  for (let done = 0; done < edits; done++) {
    const index = random.below(people.length);
    people[index]?.act();
    at += random.below(20_000);
    if (random.chance(0.6)) send(index, random.chance(0.1));
    if (random.chance(0.4)) hear(random.below(people.length));
  }
  for (const index of people.keys()) send(index, false);
  return rows;

  function send(index: number, isInterrupted: boolean): void {
    const updates = waiting[index]?.splice(0) ?? [];
    // What is sent in pieces may come in another order: then the first waits in the document for the second.
    const parts = isInterrupted
      ? [...updates].reverse()
      : updates.length > 0
        ? [Y.mergeUpdates(updates)]
        : [];
    for (const update of parts) rows.push({ ref: rows.length + 1, person: index + 1, at, update });
  }

  function hear(index: number): void {
    const doc = people[index]?.doc;
    for (const { update } of doc ? rows : []) if (doc) Y.applyUpdate(doc, update, "sync");
  }
}
