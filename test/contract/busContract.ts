import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Subscription } from "../../server/bus/Bus.ts";
import { StoreBus } from "../../server/bus/StoreBus.ts";
import type { Wire } from "../../server/bus/Wire.ts";
import type { DocStore, RowRef } from "../../server/storage/DocStore.ts";
import { newestOf } from "../../server/storage/DocStore.ts";
import { authorNamed } from "../server/support/authorNamed.ts";
import { fuzzSeeds, Random } from "../support/random.ts";
import { eventually } from "./support/eventually.ts";
import { type Fate, FaultyWire } from "./support/FaultyWire.ts";

/** Servers that share a store and a wire. */
export interface BusPlace {
  /** The store as one more server opens it. */
  openDocuments(): Promise<DocStore>;
  openWire(): Wire;
  remove(): Promise<void>;
}

/** Looks rarely, so that what a test sees has come over the wire; or often, where the wire is not to be relied on. */
const RARELY_MS = 60_000;
const OFTEN_MS = 20;
const LONGER_THAN_THE_WIRE_TAKES = 300_000;

const update = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const entry = (text: string) => ({ update: update(text), author: authorNamed("Ada"), at: 1 });

/** A server in so far as it has documents open. */
class Server {
  readonly name: string;
  readonly wire: FaultyWire;
  readonly bus: StoreBus;
  readonly documents: DocStore;
  readonly failures: unknown[] = [];
  /** How often the store was asked for rows. */
  reads = 0;
  isStoreFailing = false;

  constructor(name: string, documents: DocStore, wire: FaultyWire, oftenMs: number) {
    this.name = name;
    this.wire = wire;
    this.documents = documents;
    const ask = <Answer>(call: () => Promise<Answer>) =>
      this.isStoreFailing ? Promise.reject<Answer>(new Error("The store is away.")) : call();
    this.bus = new StoreBus({
      server: name,
      wire,
      pollMs: OFTEN_MS,
      lookMs: oftenMs,
      onFailed: (error) => this.failures.push(error),
      documents: {
        newestRefs: (docIds) => ask(() => documents.newestRefs(docIds)),
        loadAfter: (docId, ref) => {
          this.reads += 1;
          return ask(() => documents.loadAfter(docId, ref));
        },
      },
    });
  }

  async open(docId: string): Promise<OpenDocument> {
    const document = new OpenDocument(this, docId);
    document.subscription = await this.bus.subscribe(docId, document);
    await document.load();
    return document;
  }
}

/** A document as a server has it open. */
class OpenDocument {
  readonly #server: Server;
  readonly #docId: string;
  subscription!: Subscription;
  /** What it was loaded with, and what came since, own rows among it where they were handed back. */
  readonly texts: string[] = [];
  /** What was handed on since the start. */
  readonly handed: string[] = [];
  readonly said: string[] = [];
  gone = 0;

  constructor(server: Server, docId: string) {
    this.#server = server;
    this.#docId = docId;
  }

  async load(): Promise<void> {
    const stored = await this.#server.documents.load(this.#docId);
    this.texts.push(...(stored?.updates ?? []).map(textOf));
    this.subscription.start(newestOf(stored?.refs ?? []));
  }

  onRows(updates: readonly Uint8Array[]): void {
    this.handed.push(...updates.map(textOf));
    this.texts.push(...updates.map(textOf));
  }

  onSaid(server: string, message: Uint8Array): void {
    this.said.push(`${server}: ${textOf(message)}`);
  }

  onGone(): void {
    this.gone += 1;
  }

  /** Writes rows in one commit, and tells of them. */
  async write(...texts: readonly string[]): Promise<readonly RowRef[]> {
    const refs = await this.#server.documents.append(this.#docId, texts.map(entry));
    this.texts.push(...texts);
    this.subscription.noteCommitted(refs, texts.map(update));
    return refs;
  }
}

/** What every bus must do whose truth is the store. */
export function busContract(name: string, makePlace: () => Promise<BusPlace>): void {
  describe(`${name}: a bus`, () => {
    let place: BusPlace;
    let servers: Server[];
    let docId: string;
    beforeEach(async () => {
      place = await makePlace();
      servers = [];
      docId = randomUUID();
    });
    afterEach(async () => {
      for (const { bus, documents } of servers) {
        await bus.close();
        await documents.close();
      }
      await place.remove();
    });

    async function startServer(oftenMs = RARELY_MS): Promise<Server> {
      const wire = new FaultyWire(place.openWire());
      await eventually(() => expect(wire.isUp).toBe(true));
      const server = new Server(`server-${servers.length}`, await place.openDocuments(), wire, oftenMs);
      servers.push(server);
      return server;
    }

    /** Two servers that have a document open in which there is a first row. */
    async function pair(oftenMs = RARELY_MS) {
      const [one, other] = [await startServer(oftenMs), await startServer(oftenMs)];
      await one.documents.append(docId, [entry("first")]);
      return { one, other, here: await one.open(docId), there: await other.open(docId) };
    }

    it("brings rows to every other server, in their order, and asks the store for none of them", async () => {
      const { other, here, there } = await pair();
      for (const text of ["a", "b"]) await here.write(text);
      await here.write("c", "d");
      await eventually(() => expect(there.texts).toEqual(["first", "a", "b", "c", "d"]));
      expect(other.reads).toBe(0);
    });

    it("does not hand back what a server wrote itself", async () => {
      const { one, here, there } = await pair();
      await here.write("mine");
      await there.write("theirs");
      await eventually(() => expect(here.texts).toEqual(["first", "mine", "theirs"]));
      expect(here.handed).toEqual(["theirs"]);
      expect(one.reads).toBe(0);
    });

    it("keeps documents apart", async () => {
      const { one, there } = await pair();
      const elsewhere = await one.open(`${docId}/talk`);
      await elsewhere.write("words");
      const heard = await one.open(docId);
      await heard.write("shapes");
      await eventually(() => expect(there.texts).toEqual(["first", "shapes"]));
    });

    it("misses nothing that is written between subscribing, loading and starting", async () => {
      const [one, other] = [await startServer(), await startServer()];
      const here = await one.open(docId);
      const there = new OpenDocument(other, docId);
      await here.write("before");
      there.subscription = await other.bus.subscribe(docId, there);
      await here.write("before loading");
      const stored = await other.documents.load(docId);
      await here.write("after loading");
      const probe = await other.wire.seen(2);
      expect(probe).toBeGreaterThanOrEqual(2);
      there.texts.push(...(stored?.updates ?? []).map(textOf));
      there.subscription.start(newestOf(stored?.refs ?? []));
      await here.write("after starting");
      await eventually(() =>
        expect(there.texts).toEqual(["before", "before loading", "after loading", "after starting"]),
      );
      expect(there.handed).toEqual(["after loading", "after starting"]);
    });

    it("hands a row on once where the wire brings it twice", async () => {
      const { one, here, there } = await pair();
      one.wire.fates.push("twice", "twice", "once");
      for (const text of ["a", "b", "c"]) await here.write(text);
      await eventually(() => expect(there.texts).toEqual(["first", "a", "b", "c"]));
    });

    it("keeps the order where the wire does not", async () => {
      const { one, other, here, there } = await pair();
      one.wire.fates.push("held", "once", "release");
      for (const text of ["a", "b", "c"]) await here.write(text);
      await eventually(() => expect(there.texts).toEqual(["first", "a", "b", "c"]));
      expect(other.failures).toEqual([]);
    });

    it("reads from the store what the wire has lost, as soon as something after it comes", async () => {
      const { one, other, here, there } = await pair();
      one.wire.fates.push("lost", "once", "lost", "once");
      for (const text of ["a", "b", "c", "d"]) await here.write(text);
      await eventually(() => expect(there.texts).toEqual(["first", "a", "b", "c", "d"]));
      expect(other.reads).toBeGreaterThan(0);
    });

    it("does not wait longer for what is lost where others go on without a pause", async () => {
      const { one, other, here, there } = await pair();
      one.wire.fates.push("lost");
      await here.write("lost");
      let isWriting = true;
      let count = 0;
      const writing = (async () => {
        while (isWriting) {
          await here.write(`w${count++}`);
          await new Promise((resolve) => setImmediate(resolve));
        }
      })();
      await eventually(() => expect(there.texts).toContain("lost"));
      const writtenMeanwhile = count;
      isWriting = false;
      await writing;
      expect(writtenMeanwhile).toBeGreaterThan(0);
      await eventually(() => expect(there.texts).toEqual(here.texts));
      expect(other.failures).toEqual([]);
    });

    it("finds what the wire has lost last by looking into the store", async () => {
      const { one, here, there } = await pair(OFTEN_MS);
      one.wire.fates.push("lost");
      await here.write("a");
      await eventually(() => expect(there.texts).toEqual(["first", "a"]));
    });

    it("reads what is too long for the wire", async () => {
      const { other, here, there } = await pair();
      const long = "x".repeat(LONGER_THAN_THE_WIRE_TAKES);
      await here.write("a", long);
      await here.write("b");
      await eventually(() => expect(there.texts.map(({ length }) => length)).toEqual([5, 1, long.length, 1]));
      expect(there.texts[2]).toBe(long);
      expect(other.reads).toBeGreaterThan(0);
    });

    it("reads instead of keeping what piles up before the start", async () => {
      const { here, one, other } = await pair();
      const there = new OpenDocument(other, docId);
      there.subscription = await other.bus.subscribe(docId, there);
      const piece = "y".repeat(200_000);
      for (let index = 0; index < 40; index += 1) await here.write(`${index} ${piece}`);
      expect(await other.wire.seen(40)).toBeGreaterThanOrEqual(40);
      there.subscription.start(1);
      await eventually(() => expect(there.handed).toHaveLength(40));
      expect(there.handed.map((text) => text.split(" ", 1)[0])).toEqual(
        Array.from({ length: 40 }, (_, index) => String(index)),
      );
      expect(other.reads).toBeGreaterThan(0);
      expect(one.failures).toEqual([]);
    });

    it("polls the store while the wire is down, and is caught up when it is up again", async () => {
      const { one, other, here, there } = await pair();
      for (const { wire } of [one, other]) wire.setUp(false);
      await here.write("a");
      await there.write("b");
      await eventually(() => expect(there.texts).toContain("a"));
      await eventually(() => expect(here.texts).toContain("b"));
      for (const { wire } of [one, other]) wire.setUp(true);
      await here.write("c");
      await eventually(() => expect(there.texts.at(-1)).toBe("c"));
    });

    it("catches up with what was lost the moment the wire is up", async () => {
      const { one, other, here, there } = await pair();
      one.wire.fates.push("lost");
      await here.write("a");
      other.wire.setUp(false);
      other.wire.setUp(true);
      await eventually(() => expect(there.texts).toEqual(["first", "a"]));
    });

    it("goes on from what was compacted meanwhile", async () => {
      const { one, here, there } = await pair();
      one.wire.fates.push("lost", "lost", "once");
      const refs = [1, ...(await here.write("a")), ...(await here.write("b"))];
      await one.documents.compact(docId, update("first, a and b"), refs);
      await here.write("c");
      await eventually(() => expect(there.texts).toEqual(["first", "first, a and b", "c"]));
    });

    it("brings what servers say to each other, to others and not to themselves", async () => {
      const { here, there } = await pair();
      here.subscription.say(update("hello"));
      await eventually(() => expect(there.said).toEqual(["server-0: hello"]));
      there.subscription.say(update("and you"));
      await eventually(() => expect(here.said).toEqual(["server-1: and you"]));
    });

    it("says that a document was deleted, once, and nothing after it", async () => {
      const { one, here, there } = await pair(OFTEN_MS);
      await one.documents.remove(docId);
      await eventually(() => expect([here.gone, there.gone]).toEqual([1, 1]));
      const witness = await one.open(`${docId}-other`);
      const far = await servers[1]?.open(`${docId}-other`);
      await witness.write("x");
      await eventually(() => expect(far?.texts).toEqual(["x"]));
      expect([here.gone, there.gone]).toEqual([1, 1]);
    });

    it("says so too where the document has begun anew", async () => {
      const { one, here, there } = await pair(OFTEN_MS);
      for (const text of ["a", "b"]) await here.write(text);
      await eventually(() => expect(there.texts).toHaveLength(3));
      await one.documents.remove(docId);
      await one.documents.append(docId, [entry("another")]);
      await eventually(() => expect([here.gone, there.gone]).toEqual([1, 1]));
    });

    it("does not take a document for deleted of which there was nothing yet", async () => {
      const [one, other] = [await startServer(OFTEN_MS), await startServer(OFTEN_MS)];
      const [here, there] = [await one.open(docId), await other.open(docId)];
      const answers = other.wire;
      answers.setUp(false);
      await here.write("the first word");
      await eventually(() => expect(there.texts).toEqual(["the first word"]));
      expect([here.gone, there.gone]).toEqual([0, 0]);
    });

    it("does not take an answer of before the first row for a deletion", async () => {
      const one = await startServer();
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let asked = 0;
      const bus = new StoreBus({
        server: "slow",
        wire: new FaultyWire(place.openWire()),
        lookMs: OFTEN_MS,
        pollMs: OFTEN_MS,
        onFailed: () => undefined,
        documents: {
          loadAfter: (...args) => one.documents.loadAfter(...args),
          newestRefs: async (docIds) => {
            const answer = await one.documents.newestRefs(docIds);
            asked += 1;
            if (asked === 1) await held;
            return answer;
          },
        },
      });
      const document = new OpenDocument(one, docId);
      document.subscription = await bus.subscribe(docId, document);
      document.subscription.start(0);
      await eventually(() => expect(asked).toBe(1));
      await document.write("the first word");
      release();
      await eventually(() => expect(asked).toBeGreaterThan(1));
      expect(document.gone).toBe(0);
      await bus.close();
    });

    it("asks again where the store fails for a while, and tells of it", async () => {
      const { one, other, here, there } = await pair(OFTEN_MS);
      other.isStoreFailing = true;
      one.wire.fates.push("lost", "once");
      await here.write("a");
      await here.write("b");
      await eventually(() => expect(other.failures.length).toBeGreaterThan(1));
      expect([there.texts, there.gone]).toEqual([["first"], 0]);
      other.isStoreFailing = false;
      await eventually(() => expect(there.texts).toEqual(["first", "a", "b"]));
    });

    it("a document that cannot take its rows holds up no other", async () => {
      const { one, other, here } = await pair();
      const broken = await other.bus.subscribe(docId, {
        onRows: () => {
          throw new Error("It cannot be drawn.");
        },
        onSaid: () => undefined,
        onGone: () => undefined,
      });
      broken.start(1);
      const [sender, receiver] = [await one.open(`${docId}-other`), await other.open(`${docId}-other`)];
      await here.write("a");
      await sender.write("b");
      await eventually(() => expect(receiver.texts).toEqual(["b"]));
      expect(String(other.failures[0])).toContain("It cannot be drawn.");
    });

    it("hands nothing to a document that is closed, nor when it is closed itself", async () => {
      const { other, here, there } = await pair(OFTEN_MS);
      const [second, third] = [await startServer(OFTEN_MS), await startServer()];
      const [closing, staying] = [await second.open(docId), await third.open(docId)];
      there.subscription.end();
      await second.bus.close();
      await here.write("a");
      await eventually(() => expect(staying.texts).toEqual(["first", "a"]));
      expect([there.texts, closing.texts]).toEqual([["first"], ["first"]]);
      await expect(second.bus.subscribe(docId, closing)).rejects.toThrow("closed");
      // Opened again, it has what it missed.
      expect((await other.open(docId)).texts).toEqual(["first", "a"]);
    });

    it("what no version of today has said is passed over", async () => {
      const { one, here, there } = await pair();
      for (const noise of [[], [0], [1, 65, 99, 1], [255, 255, 255, 255, 255, 255]])
        one.wire.send(`plumbline/${docId}`, Uint8Array.from(noise));
      await here.write("a");
      await eventually(() => expect(there.texts).toEqual(["first", "a"]));
    });

    it.each(fuzzSeeds([], 3))(
      "brings every row to every server over a wire that loses, doubles and mixes up, seed %i",
      async (seed) => {
        const random = new Random(seed);
        for (let count = 0; count < 3; count += 1) {
          const { wire } = await startServer(OFTEN_MS);
          wire.fateOf = () => fateFrom(random);
        }
        const documents = [docId, `${docId}/talk`];
        const open = await Promise.all(
          servers.flatMap((server) => documents.map((each) => server.open(each))),
        );
        const writing = open.map(async (document, index) => {
          for (let round = 0; round < 40; round += 1) {
            const many = 1 + random.below(3);
            await document.write(...Array.from({ length: many }, (_, part) => `${index}.${round}.${part}`));
            const wire = servers[Math.floor(index / documents.length)]?.wire;
            if (random.chance(0.05)) wire?.setUp(false);
            else if (random.chance(0.3)) wire?.setUp(true);
          }
        });
        // Somebody who opens it in the middle.
        const late = await startServer(OFTEN_MS);
        open.push(...(await Promise.all(documents.map((each) => late.open(each)))));
        await Promise.all(writing);
        for (const [index, each] of documents.entries()) {
          const stored = (await late.documents.load(each))?.updates.map(textOf) ?? [];
          const openHere = open.filter((_, at) => at % documents.length === index);
          await eventually(() => {
            for (const { texts } of openHere) expect([...new Set(texts)].sort()).toEqual([...stored].sort());
          });
          // What others wrote comes in the order of the store, and never twice.
          for (const { handed } of openHere) {
            const foreign = handed.filter((text, at) => handed.indexOf(text) === at);
            expect(foreign).toEqual(handed);
            expect(handed).toEqual(stored.filter((text) => handed.includes(text)));
          }
        }
        expect(servers.flatMap(({ failures }) => failures)).toEqual([]);
      },
    );
  });
}

function fateFrom(random: Random): Fate {
  if (random.chance(0.15)) return "lost";
  if (random.chance(0.15)) return "twice";
  if (random.chance(0.2)) return "held";
  return random.chance(0.2) ? "release" : "once";
}
