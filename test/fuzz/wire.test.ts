import { expect, test } from "vitest";
import * as Y from "yjs";
import { LiveDocument, type ReceivedUpdate } from "../../server/room/LiveDocument.ts";
import { MalformedMessage } from "../../server/room/MalformedMessage.ts";
import { readMessage } from "../../server/room/readMessage.ts";
import { readSnapshot } from "../../shared/document/snapshot.ts";
import { authorNamed } from "../server/support/authorNamed.ts";
import { RawClient } from "../server/support/RawClient.ts";
import { stockClient, synced, until } from "../server/support/stockClient.ts";
import { callWith, makeMap, withServer } from "../server/support/withServer.ts";
import { fuzzSeeds, Random } from "../support/random.ts";
import { WireMessages } from "./wireMessages.ts";

/** Seeds that once failed. */
const pinned: readonly number[] = [266, 4108279827];

function stateOf(document: LiveDocument): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.encodeFull());
  return doc;
}

test.each(fuzzSeeds(pinned, 12))(
  "whatever passes the checks can be applied, stored and loaded again (seed %i)",
  (seed) => {
    const random = new Random(seed);
    const messages = new WireMessages(random);
    const document = new LiveDocument(null);
    const relayed = new Y.Doc();
    const log: Uint8Array[] = [];
    let refused = 0;
    for (let count = 0; count < 1_000; count++) {
      let message: ReturnType<typeof readMessage>;
      try {
        message = readMessage(messages.next());
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedMessage);
        refused += 1;
        continue;
      }
      if (message.kind === "state-vector") document.framesFor(message.stateVector);
      if (message.kind !== "update") continue;
      const received: ReceivedUpdate = { ...message, author: authorNamed("a"), at: 1 };
      const { relay, entries } = document.apply([received]);
      if (relay) Y.applyUpdate(relayed, relay);
      log.push(...entries.map(({ update }) => update));
    }
    expect(refused).toBeGreaterThan(100);
    const loaded = new LiveDocument({ updates: log, refs: log.map((_, index) => index) });
    const doc = stateOf(document);
    expect(contentOf(stateOf(loaded))).toEqual(contentOf(doc));
    expect(readSnapshot(relayed).map).toEqual(readSnapshot(doc).map);
  },
  60_000,
);

test.each(fuzzSeeds(pinned, 1))(
  "people go on drawing while others send what no program should (seed %i)",
  async (seed) => {
    const random = new Random(seed);
    const server = await withServer();
    const map = await makeMap(server, { template: "Cambridgeshire: UnitingCare, 2015" });
    const [one, other] = [
      stockClient(server, map.id, map.token.editor),
      stockClient(server, map.id, map.token.editor),
    ];
    await Promise.all([synced(one), synced(other)]);
    const messages = new WireMessages(random);
    let sent = 0;
    while (sent < 2_000) {
      const attacker = await RawClient.join(server, map.id, map.token.editor);
      for (let count = 0; count < 20; count++, sent++) attacker.send(messages.next());
      await until(() => attacker.closeCode !== null || attacker.heard.length > 1);
      expect([null, 4400]).toContain(attacker.closeCode);
      attacker.socket.close();
      one.doc.getMap("elements").set(`drawn-${sent}`, new Y.Map([["name", "x"]]));
    }
    await until(() => other.doc.getMap("elements").has(`drawn-${sent}`));
    expect(one.closedFor).toEqual([]);
    await until(() => readSnapshotText(one.doc) === readSnapshotText(other.doc));
    const file = await callWith(server, map.token.viewer, `/api/maps/${map.id}`);
    expect(await file.json()).toEqual(JSON.parse(readSnapshotText(one.doc)));
  },
  120_000,
);

/** Everything that can be read of a document. Its encoding may differ: Yjs splits and joins what it stores. */
function contentOf(doc: Y.Doc): unknown {
  const roots = ["map", "elements", "relations", "decisions"].map((root) => doc.getMap(root).toJSON());
  return { roots, clocks: [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b) };
}

function readSnapshotText(doc: Y.Doc): string {
  return JSON.stringify(readSnapshot(doc).map);
}
