import { ServerProcess } from "../support/serverProcess.ts";
import { LightSocket } from "./LightSocket.ts";
import { makeMap } from "./mapCalls.ts";
import { waitFor } from "./waitFor.ts";

export interface CrowdReport {
  readonly people: number;
  /** Milliseconds from each kill until all were in step again. */
  readonly healMs: readonly number[];
  /** How many came back in the busiest second, after each kill. */
  readonly mostJoinsInOneSecond: readonly number[];
}

/** So many come at once at first: a hall fills over minutes, not in an instant. */
const arrivingTogether = 50;
const secondMs = 1_000;

/** Kills a server under a crowd on one map, starts it again, and watches them come back. */
export async function restartUnderCrowd(people: number, times: number): Promise<CrowdReport> {
  const server = await ServerProcess.start({ environment: { LOG_LEVEL: "error" } });
  const sockets: LightSocket[] = [];
  const healMs: number[] = [];
  const mostJoinsInOneSecond: number[] = [];
  let joinedAtMs: number[] = [];
  const areAllInStep = () => sockets.every(({ isInStep }) => isInStep);
  try {
    const map = await makeMap(server.address);
    while (sockets.length < people) {
      for (let count = 0; count < arrivingTogether && sockets.length < people; count++)
        sockets.push(new LightSocket(map, server.address, () => joinedAtMs.push(performance.now())));
      await waitFor("those who came are in step", areAllInStep);
    }
    for (let time = 0; time < times; time++) {
      joinedAtMs = [];
      const killedAtMs = performance.now();
      await server.restart();
      await waitFor("all are in step again", areAllInStep, 120_000);
      healMs.push(performance.now() - killedAtMs);
      mostJoinsInOneSecond.push(mostWithin(joinedAtMs, secondMs));
    }
    return { people, healMs, mostJoinsInOneSecond };
  } finally {
    for (const socket of sockets) socket.leave();
    await server.stop();
  }
}

function mostWithin(moments: readonly number[], ms: number): number {
  let [most, first] = [0, 0];
  moments.forEach((moment, index) => {
    while ((moments[first] ?? moment) < moment - ms) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
