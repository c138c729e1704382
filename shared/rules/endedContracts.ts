import type { Contract } from "../model/element.ts";

const none: ReadonlySet<string> = new Set();

type Neighbours = (contract: Contract) => readonly Contract[];

/**
 * The ids of the contracts that have ended: those with the status `terminated`, and those at any depth under such contracts only.
 * A contract that is under itself, at whatever remove, is under one that has not ended: the circle stays in sight to be mended.
 */
export function endedContracts(
  terminated: readonly Contract[],
  above: Neighbours,
  under: Neighbours,
): ReadonlySet<string> {
  if (terminated.length === 0) return none;
  const ended = new Set(terminated);
  const runningAbove = new Map<Contract, number>();
  for (const contract of ended) {
    for (const other of under(contract)) {
      const running = (runningAbove.get(other) ?? above(other).length) - 1;
      runningAbove.set(other, running);
      if (running === 0) ended.add(other);
    }
  }
  return new Set(Array.from(ended, ({ id }) => id));
}
