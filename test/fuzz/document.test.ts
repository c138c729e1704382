import { expect, test } from "vitest";
import * as Y from "yjs";
import { readSnapshot } from "../../shared/document/snapshot.ts";
import { EditingPerson } from "../support/EditingPerson.ts";
import { fuzzSeeds, Random } from "../support/random.ts";

/** Seeds that once failed. */
const pinned: readonly number[] = [];
const steps = 150;

/** Updates that are on their way to each person, and those that cannot be reached now. */
class Network {
  private readonly inboxes = new Map<EditingPerson, Uint8Array[]>();
  readonly cutOff = new Set<EditingPerson>();
  readonly people: EditingPerson[] = [];

  join(person: EditingPerson): void {
    const first = this.people[0];
    if (first) Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(first.doc), this);
    this.people.push(person);
    this.inboxes.set(person, []);
    person.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === this || this.cutOff.has(person)) return;
      for (const [other, inbox] of this.inboxes)
        if (other !== person && !this.cutOff.has(other)) inbox.push(update);
    });
  }

  deliver(person: EditingPerson, random: Random): void {
    const inbox = this.inboxes.get(person) ?? [];
    const count = random.below(inbox.length + 1);
    for (const update of inbox.splice(0, count)) Y.applyUpdate(person.doc, update, this);
  }

  reconnectEverybody(): void {
    this.cutOff.clear();
    for (const inbox of this.inboxes.values()) inbox.length = 0;
    const states = this.people.map((person) => Y.encodeStateAsUpdate(person.doc));
    for (const person of this.people) for (const state of states) Y.applyUpdate(person.doc, state, this);
  }
}

test.each(fuzzSeeds(pinned, 40))(
  "people who edit, part and meet again end with one map (seed %i)",
  (seed) => {
    const random = new Random(seed);
    const network = new Network();
    for (const name of ["anna", "ben", "cara"]) network.join(new EditingPerson(name, random));
    for (let step = 0; step < steps; step++) {
      const person = random.pick(network.people);
      person.act();
      network.deliver(random.pick(network.people), random);
      if (random.chance(0.05)) network.cutOff.add(person);
      if (random.chance(0.03)) network.reconnectEverybody();
      if (random.chance(0.02)) network.join(new EditingPerson(`late${network.people.length}`, random));
    }
    network.reconnectEverybody();

    const [first, ...others] = network.people;
    if (!first) throw new Error("nobody took part");
    const settled = first.snapshots.get();
    expect(settled.unreadable).toEqual([]);
    for (const other of others) expect(other.snapshots.get()).toEqual(settled);
    const reloaded = new Y.Doc();
    Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(first.doc));
    expect(readSnapshot(reloaded)).toEqual(settled);
  },
);
