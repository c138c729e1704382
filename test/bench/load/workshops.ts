import { percentile } from "../percentile.ts";
import { Participant } from "./Participant.ts";
import type { Room } from "./Room.ts";
import { repeat } from "./repeat.ts";

/** Many small meetings at once. */
export interface WorkshopsShape {
  readonly people: number;
  readonly updatesPerSecond: number;
  readonly cursorsPerSecond: number;
  readonly seconds: number;
}

export interface WorkshopsFigures {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly written: number;
}

/**
 * Plays a workshop on every map at the same time: one of its people writes, all of them point, the last one looks.
 * @param maps each as the rooms that lead to it, one on each server; its people are spread over them in turn.
 */
export async function workshops(
  maps: readonly (readonly Room[])[],
  shape: WorkshopsShape,
): Promise<WorkshopsFigures> {
  const tables: Participant[][] = [];
  for (const [number, rooms] of maps.entries()) {
    const people: Participant[] = [];
    for (let index = 0; index < shape.people; index++) {
      const room = rooms[(number + index) % rooms.length];
      if (room) people.push(await Participant.join(room, { watches: index === shape.people - 1 }));
    }
    tables.push(people);
  }
  let written = 0;
  const stops = tables.flatMap((people) => [
    repeat(shape.updatesPerSecond, () => {
      people[0]?.write("w");
      written += 1;
    }),
    ...people.map((person, index) =>
      repeat(shape.cursorsPerSecond, () => person.moveCursor(Math.random() * 1000, index)),
    ),
  ]);
  await new Promise((resolve) => setTimeout(resolve, shape.seconds * 1000));
  for (const stop of stops) stop();
  const everybody = tables.flat();
  const latencies = everybody.flatMap((person) => person.latencies);
  for (const person of everybody) person.leave();
  return { p50Ms: percentile(latencies, 0.5), p99Ms: percentile(latencies, 0.99), written };
}
