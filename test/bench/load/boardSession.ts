import { percentile } from "../percentile.ts";
import { Participant } from "./Participant.ts";
import type { Room } from "./Room.ts";
import { repeat } from "./repeat.ts";

/** How many people, how many of them write, how often, and for how long. */
export interface SessionShape {
  readonly people: number;
  readonly writers: number;
  readonly updatesPerSecond: number;
  readonly cursorsPerSecond: number;
  readonly seconds: number;
}

export interface SessionFigures {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly seenUpdates: number;
  readonly framesPerPersonAndSecond: number;
  readonly kilobytesPerPersonAndSecond: number;
}

const watchers = 4;

/** Plays a board session in a room and measures how long a change takes from one person's hand to another's screen. */
export async function boardSession(room: Room, shape: SessionShape): Promise<SessionFigures> {
  const people: Participant[] = [];
  for (let index = 0; index < shape.people; index++)
    people.push(await Participant.join(room, { watches: index >= shape.people - watchers }));
  const framesBefore = sum(people, (person) => person.receivedFrames);
  const bytesBefore = sum(people, (person) => person.receivedBytes);
  const timers = people.flatMap((person, index) => [
    ...(index < shape.writers ? [repeat(shape.updatesPerSecond, () => person.write(`w${index}`))] : []),
    ...(shape.cursorsPerSecond > 0
      ? [repeat(shape.cursorsPerSecond, () => person.moveCursor(Math.random() * 1000, index))]
      : []),
  ]);
  await new Promise((resolve) => setTimeout(resolve, shape.seconds * 1000));
  for (const stop of timers) stop();
  const frames = sum(people, (person) => person.receivedFrames) - framesBefore;
  const bytes = sum(people, (person) => person.receivedBytes) - bytesBefore;
  const latencies = people.flatMap((person) => person.latencies);
  for (const person of people) person.leave();
  return {
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    seenUpdates: latencies.length,
    framesPerPersonAndSecond: frames / shape.people / shape.seconds,
    kilobytesPerPersonAndSecond: bytes / 1024 / shape.people / shape.seconds,
  };
}

function sum(people: readonly Participant[], of: (person: Participant) => number): number {
  return people.reduce((total, person) => total + of(person), 0);
}
