import * as Y from "yjs";
import { boardSession } from "./boardSession.ts";
import { arriveTogether, type CrowdFigures, documentOf, fill } from "./crowd.ts";
import { type FloodShape, flood } from "./flood.ts";
import { Participant } from "./Participant.ts";
import type { Room } from "./Room.ts";
import { workshops } from "./workshops.ts";

/** What the load generator can be asked to do, by name. */
export interface LoadCalls {
  boardSession: typeof boardSession;
  flood: typeof flood;
  workshops: typeof workshops;
  /** Puts a map of so many records into each room, and stays there until `leave`; gives the size of its encoding. */
  fill(rooms: readonly Room[], records: number): Promise<number>;
  /** So many people come to each room, say who they are, and stay. */
  settle(rooms: readonly Room[], people: number): Promise<void>;
  /** So many people who know nothing come at once, and leave. */
  coldJoin(room: Room, people: number): Promise<CrowdFigures>;
  /** So many people who have the map that `fill` made come at once, and stay until `leave`. */
  comeBack(room: Room, people: number): Promise<CrowdFigures>;
  leave(): Promise<void>;
}

let stored = new Y.Doc();
let present: Participant[] = [];

const calls: LoadCalls = {
  boardSession,
  workshops,
  flood: (room: Room, shape: FloodShape) => flood(room, shape),
  async fill(rooms, records) {
    stored = documentOf(records);
    for (const room of rooms) present.push(await fill(room, stored));
    return Y.encodeStateAsUpdate(stored).byteLength;
  },
  async settle(rooms, people) {
    const known = new Y.Doc();
    for (const room of rooms) {
      for (let index = 0; index < people; index++) {
        const person = await Participant.join(room, { doc: known });
        person.moveCursor(index, index);
        present.push(person);
      }
    }
  },
  async coldJoin(room, people) {
    const { figures, people: arrived } = await arriveTogether(room, people, new Y.Doc());
    for (const person of arrived) person.leave();
    return figures;
  },
  async comeBack(room, people) {
    const arrived = await arriveTogether(room, people, stored);
    present.push(...arrived.people);
    return arrived.figures;
  },
  async leave() {
    for (const person of present) person.leave();
    present = [];
  },
};

// A process of its own, so that the people do not slow the server that is being measured.
process.on("message", async ({ name, args }: { name: keyof LoadCalls; args: never[] }) => {
  const call = calls[name] as (...args: never[]) => Promise<unknown>;
  process.send?.({ value: await call(...args) });
});
