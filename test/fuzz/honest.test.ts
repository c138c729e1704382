import { expect, test } from "vitest";
import * as Y from "yjs";
import { checkUpdate } from "../../server/room/checkUpdate.ts";
import { LiveDocument, type ReceivedUpdate } from "../../server/room/LiveDocument.ts";
import { authorNamed } from "../server/support/authorNamed.ts";
import { EditingPerson } from "../support/EditingPerson.ts";
import { fuzzSeeds, Random } from "../support/random.ts";

/** Seeds that once failed. */
const pinned: readonly number[] = [];
const roots = ["map", "elements", "relations", "decisions", "list", "text", "page"] as const;

/** Somebody whose program uses everything that Yjs has, on a map and beside it. */
class Peer {
  readonly person: EditingPerson;
  /** Updates that were made and not sent yet. */
  outbox: Uint8Array[] = [];

  constructor(
    readonly name: string,
    private readonly random: Random,
  ) {
    this.person = new EditingPerson(name, random);
    this.person.doc.gc = random.chance(0.7);
    this.person.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.outbox.push(update);
    });
  }

  hear(update: Uint8Array): void {
    Y.applyUpdate(this.person.doc, update, this);
  }

  act(): void {
    const { random } = this;
    const { doc } = this.person;
    if (random.chance(0.5)) {
      this.person.act();
      return;
    }
    doc.transact(() => {
      for (let times = 1 + random.below(3); times > 0; times--) {
        random.pick([this.writeList, this.writeText, this.writePage, this.writeNested]).call(this, doc);
      }
    });
  }

  private writeList(doc: Y.Doc): void {
    const list = doc.getArray<unknown>("list");
    if (list.length > 3 && this.random.chance(0.4)) list.delete(this.random.below(list.length - 2), 2);
    else list.insert(this.random.below(list.length + 1), [1, "two", new Y.Map([["three", 3]])]);
  }

  private writeText(doc: Y.Doc): void {
    const text = doc.getText("text");
    const kind = text.length > 9 ? this.random.below(3) : 0;
    if (kind === 0) text.insert(this.random.below(text.length + 1), "some words");
    else if (kind === 1) text.delete(this.random.below(text.length - 5), 4);
    else text.format(this.random.below(text.length - 5), 5, { bold: this.random.chance(0.5) ? true : null });
  }

  private writePage(doc: Y.Doc): void {
    const page = doc.getXmlFragment("page");
    const element = new Y.XmlElement("p");
    if (page.length > 2 && this.random.chance(0.4)) {
      page.delete(this.random.below(page.length - 1), 1);
      return;
    }
    page.insert(this.random.below(page.length + 1), [element]);
    element.setAttribute("class", `c${this.random.below(3)}`);
    element.insert(0, [new Y.XmlText("words")]);
  }

  private writeNested(doc: Y.Doc): void {
    const map = doc.getMap<unknown>("map");
    const key = this.random.pick(["one", "other"]);
    const held = map.get(key);
    if (this.random.chance(0.2)) map.delete(key);
    else if (held instanceof Y.Array) held.push([this.random.below(9)]);
    else map.set(key, new Y.Array());
  }
}

/** A server of one document, and everybody who is on it. */
class Session {
  private log: Uint8Array[] = [];
  private live = new LiveDocument<ReceivedUpdate>(null);
  readonly peers: Peer[] = [];

  constructor(private readonly random: Random) {}

  join(name: string): void {
    const peer = new Peer(name, this.random);
    this.peers.push(peer);
    this.meet(peer);
  }

  /** Takes in what the peers have sent, all at once. */
  gather(peers: readonly Peer[]): void {
    const received = peers.flatMap((peer) =>
      peer.outbox.splice(0).map((update) => this.received(update, peer, false)),
    );
    this.apply(received);
  }

  /** The first exchange of somebody who comes back: both say what the other lacks. */
  meet(peer: Peer): void {
    const { doc } = peer.person;
    // What was made offline goes out before the answer, as it may when somebody types at the wrong moment.
    const early = this.random.chance(0.3) ? peer.outbox.slice(-1) : [];
    peer.outbox = [];
    const answer = Y.encodeStateAsUpdate(doc, this.live.stateVector());
    this.apply(early.map((update) => this.received(update, peer, false)));
    this.apply([this.received(answer, peer, true)]);
    peer.hear(this.live.encodeFull());
  }

  restart(): void {
    this.live = new LiveDocument({ updates: this.log, refs: this.log.map((_, index) => index) });
    if (this.random.chance(0.3)) this.log = [this.live.encodeFull()];
    for (const peer of this.peers) this.meet(peer);
  }

  contents(): readonly string[] {
    const stored = new LiveDocument({ updates: this.log, refs: this.log.map((_, index) => index) });
    const docs = [stored, this.live].map((document) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, document.encodeFull());
      return doc;
    });
    return [...docs, ...this.peers.map(({ person }) => person.doc)].map(contentOf);
  }

  private apply(received: readonly ReceivedUpdate[]): void {
    const { relay, entries, refused, incomplete } = this.live.apply(received);
    expect(refused).toEqual([]);
    expect(incomplete.filter(({ isAnswer }) => isAnswer)).toEqual([]);
    this.log.push(...entries.map(({ update }) => update));
    if (relay) for (const peer of this.peers) peer.hear(relay);
  }

  private received(update: Uint8Array, { name }: Peer, isAnswer: boolean): ReceivedUpdate {
    return { update, outline: checkUpdate(update), author: authorNamed(name), at: 1, isAnswer };
  }
}

function contentOf(doc: Y.Doc): string {
  const lists = [doc.getArray("list").toJSON(), doc.getText("text").toDelta(), doc.getXmlFragment("page")];
  const maps = roots.slice(0, 4).map((root) => sorted(doc.getMap(root).toJSON()));
  return JSON.stringify([lists.map(String), doc.getArray("list").toJSON(), maps]);
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

test.each(fuzzSeeds(pinned, 8))("nothing that an honest program sends is refused (seed %i)", (seed) => {
  const random = new Random(seed);
  const session = new Session(random);
  for (const name of ["anna", "ben", "cara"]) session.join(name);
  for (let step = 0; step < 150; step++) {
    random.pick(session.peers).act();
    if (random.chance(0.3)) session.gather(session.peers.filter(() => random.chance(0.6)));
    if (random.chance(0.05)) session.meet(random.pick(session.peers));
    if (random.chance(0.03)) session.restart();
    if (random.chance(0.02)) session.join(`late${step}`);
  }
  for (const peer of session.peers) session.meet(peer);
  for (const peer of session.peers) session.meet(peer);
  const [stored, ...others] = session.contents();
  for (const content of others) expect(content).toBe(stored);
});
