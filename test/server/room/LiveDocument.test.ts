import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { checkUpdate } from "../../../server/room/checkUpdate.ts";
import { LiveDocument, type ReceivedUpdate } from "../../../server/room/LiveDocument.ts";
import { authorNamed } from "../support/authorNamed.ts";

const emptyStateVector = new Uint8Array([0]);

function received(update: Uint8Array, author = "ann", isAnswer = false): ReceivedUpdate {
  return { update, outline: checkUpdate(update), author: authorNamed(author), at: 1, isAnswer };
}

function clientWith(fill: (doc: Y.Doc) => void): Y.Doc {
  const doc = new Y.Doc();
  fill(doc);
  return doc;
}

function loaded(updates: readonly Uint8Array[]): LiveDocument {
  return new LiveDocument({ updates, refs: updates.map((_, index) => index) });
}

function keysOf(document: LiveDocument): string[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.encodeFull());
  return [...doc.getMap("elements").keys()].sort();
}

describe("LiveDocument", () => {
  let document: LiveDocument;
  beforeEach(() => {
    document = new LiveDocument(null);
  });
  const adding = (key: string) =>
    Y.encodeStateAsUpdate(clientWith((doc) => doc.getMap("elements").set(key, 1)));

  it("merges a gathering into one update for everybody, and an entry for each author", () => {
    const { relay, entries } = document.apply([
      received(adding("a"), "ann"),
      received(adding("b"), "bob"),
      received(adding("c"), "ann"),
    ]);
    const reader = new Y.Doc();
    Y.applyUpdate(reader, relay ?? new Uint8Array());
    expect([...reader.getMap("elements").keys()].sort()).toEqual(["a", "b", "c"]);
    expect(entries.map(({ author }) => author.name)).toEqual(["ann", "bob"]);
    expect(keysOf(loaded(entries.map(({ update }) => update)))).toEqual(["a", "b", "c"]);
  });

  it("neither relays nor stores what it knows already", () => {
    const update = adding("a");
    document.apply([received(update)]);
    const nothing = { relay: null, entries: [], incomplete: [], refused: [], resumed: [] };
    expect(document.apply([received(update)])).toEqual(nothing);
    expect(document.apply([received(document.encodeFull(), "bob", true)])).toEqual(nothing);
  });

  it("of an answer takes only what is new", () => {
    const doc = clientWith((client) => client.getMap("elements").set("a", "x".repeat(10_000)));
    document.apply([received(Y.encodeStateAsUpdate(doc))]);
    doc.getMap("elements").set("b", 1);
    const { relay, entries } = document.apply([
      received(Y.encodeStateAsUpdate(doc), "ann", true),
      received(adding("c"), "bob"),
    ]);
    expect(relay?.byteLength).toBeLessThan(200);
    expect(entries.every(({ update }) => update.byteLength < 200)).toBe(true);
    expect(keysOf(document)).toEqual(["a", "b", "c"]);
  });

  it("holds what carries on from something that has not come, says so, and takes it up when that comes", () => {
    const updates: Uint8Array[] = [];
    clientWith((doc) => {
      doc.on("update", (update: Uint8Array) => updates.push(update));
      for (const key of ["a", "b", "c"]) doc.getMap("elements").set(key, 1);
    });
    const [first, second, third] = updates.map((update) => received(update));
    if (!first || !second || !third) throw new Error("Three updates");
    const early = document.apply([third, received(adding("d"), "bob")]);
    expect(early.incomplete).toEqual([third]);
    expect(keysOf(document)).toEqual(["d"]);
    const late = document.apply([second, first]);
    expect(late.incomplete).toEqual([second]);
    expect(late.resumed).toEqual([second, third]);
    expect(keysOf(document)).toEqual(["a", "b", "c", "d"]);
    const stored = [...early.entries, ...late.entries].map(({ update }) => update);
    expect(keysOf(loaded(stored))).toEqual(["a", "b", "c", "d"]);
  });

  it("takes what can be applied of an update of which something cannot", () => {
    const [known, unknown] = [
      clientWith((doc) => doc.getMap("elements").set("a", 1)),
      clientWith((doc) => {
        doc.getMap("elements").set("b", 2);
        doc.getMap("elements").set("c", 3);
      }),
    ];
    const tail = Y.diffUpdate(
      Y.encodeStateAsUpdate(unknown),
      Y.encodeStateVectorFromUpdate(
        Y.encodeStateAsUpdate(
          clientWith((doc) => {
            doc.clientID = unknown.clientID;
            doc.getMap("elements").set("b", 2);
          }),
        ),
      ),
    );
    const both = received(Y.mergeUpdates([Y.encodeStateAsUpdate(known), tail]));
    const { entries, incomplete } = document.apply([both]);
    expect(incomplete).toEqual([both]);
    expect(keysOf(document)).toEqual(["a"]);
    expect(keysOf(loaded(entries.map(({ update }) => update)))).toEqual(["a"]);
  });

  it("encodes the full state once, until it changes", () => {
    document.apply([received(adding("a"))]);
    const [frame] = document.framesFor(emptyStateVector);
    expect(document.framesFor(emptyStateVector)[0]).toBe(frame);
    document.apply([received(adding("b"))]);
    expect(document.framesFor(emptyStateVector)[0]).not.toBe(frame);
  });

  it("sends a large state that has just been encoded with what came since, and the whole arrives", () => {
    document.apply([
      received(
        Y.encodeStateAsUpdate(clientWith((doc) => doc.getMap("elements").set("big", "x".repeat(100_000)))),
      ),
    ]);
    expect(document.framesFor(emptyStateVector)).toHaveLength(1);
    document.apply([received(adding("after"))]);
    const frames = document.framesFor(emptyStateVector);
    expect(frames).toHaveLength(2);
    expect(frames.reduce((bytes, frame) => bytes + frame.byteLength, 0)).toBeLessThan(100_000 * 1.05);
    expect(keysOf(document)).toEqual(["after", "big"]);
  });

  it("encodes the difference once for all who come back with the same state", () => {
    document.apply([received(adding("a"))]);
    const vector = document.stateVector();
    document.apply([received(adding("b"))]);
    const frames = document.framesFor(vector);
    expect(document.framesFor(new Uint8Array(vector))).toBe(frames);
    expect(frames).toHaveLength(1);
    document.apply([received(adding("c"))]);
    expect(document.framesFor(vector)).not.toBe(frames);
    const reader = new Y.Doc();
    Y.applyUpdate(reader, document.differenceSince(vector));
    expect([...reader.getMap("elements").keys()].sort()).toEqual(["b", "c"]);
  });

  it("has the title of the map", () => {
    expect(document.title).toBe("");
    document.apply([
      received(Y.encodeStateAsUpdate(clientWith((doc) => doc.getMap("map").set("title", "Ours")))),
    ]);
    expect(document.title).toBe("Ours");
  });
});
