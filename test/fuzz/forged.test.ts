import { expect, test } from "vitest";
import * as Y from "yjs";
import { checkUpdate } from "../../server/room/checkUpdate.ts";
import { LiveDocument, type ReceivedUpdate } from "../../server/room/LiveDocument.ts";
import { MalformedMessage } from "../../server/room/MalformedMessage.ts";
import { authorNamed } from "../server/support/authorNamed.ts";
import { EditingPerson } from "../support/EditingPerson.ts";
import { fuzzSeeds, Random } from "../support/random.ts";
import { ForgedUpdates } from "./ForgedUpdates.ts";
import { structureOf } from "./structureOf.ts";

/** Seeds that once failed: the document broke and everybody was sent away, or what was loaded was another. */
const pinned: readonly number[] = [3, 9, 33];
const roots = ["map", "elements", "relations", "decisions"] as const;

/** What one person draws, out of order, among updates that somebody forges in that person's name. */
class Mixture {
  readonly #random: Random;
  readonly #person: EditingPerson;
  readonly #honest: Uint8Array[] = [];
  readonly #forged: ForgedUpdates;

  constructor(random: Random, clockOf: (client: number) => number) {
    this.#random = random;
    this.#person = new EditingPerson("anna", random);
    this.#person.doc.on("update", (update: Uint8Array) => this.#honest.push(update));
    this.#forged = new ForgedUpdates(random, [this.#person.doc.clientID], clockOf);
  }

  /** `null` for what is refused at sight. */
  next(): ReceivedUpdate | null {
    const random = this.#random;
    if (random.chance(0.3)) this.#person.act();
    const isHonest = random.chance(0.3) && this.#honest.length > 0;
    const update = isHonest ? random.pick(this.#honest) : this.#forged.next();
    const isAnswer = random.chance(0.05);
    try {
      return { update, outline: checkUpdate(update), author: authorNamed("a"), at: 1, isAnswer };
    } catch (error) {
      expect(error).toBeInstanceOf(MalformedMessage);
      return null;
    }
  }
}

function emptyMap(): Y.Doc {
  const doc = new Y.Doc();
  for (const root of roots) doc.getMap(root);
  return doc;
}

test.each(fuzzSeeds(pinned, 15))(
  "forged updates leave one document: here, stored, and at everybody (seed %i)",
  (seed) => {
    const document = new LiveDocument<ReceivedUpdate>(null);
    const relayed = emptyMap();
    const log: Uint8Array[] = [];
    const counts = { refused: 0, applied: 0 };
    const clocks = () => Y.decodeStateVector(document.stateVector());
    const mixture = new Mixture(new Random(seed), (client) => clocks().get(client) ?? 0);
    for (let count = 0; count < 300; count++) {
      const update = mixture.next();
      if (!update) continue;
      const applied = document.apply([update]);
      counts.refused += applied.refused.length;
      counts.applied += applied.entries.length;
      if (applied.relay) Y.applyUpdate(relayed, applied.relay);
      log.push(...applied.entries.map((entry) => entry.update));
    }
    expect(counts.refused).toBeGreaterThan(20);
    expect(counts.applied).toBeGreaterThan(20);
    const loaded = new LiveDocument({ updates: log, refs: log.map((_, index) => index) });
    const [here, stored] = [document, loaded].map((one) => {
      const doc = emptyMap();
      Y.applyUpdate(doc, one.encodeFull());
      return structureOf(doc);
    });
    expect(stored).toEqual(here);
    expect(structureOf(relayed)).toEqual(here);
  },
);
