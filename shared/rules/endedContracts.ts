import type { Contract } from "../model/element.ts";
import { stronglyConnected } from "./stronglyConnected.ts";

const none: ReadonlySet<string> = new Set();

type Neighbours = (contract: Contract) => readonly Contract[];

/**
 * The ids of the contracts that have ended: those with the status `terminated`, and those at any depth under such contracts only.
 * Contracts that are drawn under one another in a circle end together, when all that they are under besides has ended.
 */
export function endedContracts(
  contracts: readonly Contract[],
  above: Neighbours,
  under: Neighbours,
): ReadonlySet<string> {
  const terminated = contracts.filter(({ status }) => status === "terminated");
  const ended = new Set(terminated);
  if (terminated.length === 0) return none;
  const below = new Set(terminated);
  for (const contract of below) for (const other of under(contract)) below.add(other);
  // What a terminated contract is under no longer matters, so no path leads on from it.
  const aboveOf: Neighbours = (contract) => (contract.status === "terminated" ? [] : above(contract));
  for (const circle of stronglyConnected(below, (contract) =>
    aboveOf(contract).filter((one) => below.has(one)),
  )) {
    const inside = new Set(circle);
    const beyond = circle.flatMap((contract) => aboveOf(contract).filter((one) => !inside.has(one)));
    if (beyond.length > 0 && beyond.every((contract) => ended.has(contract))) {
      for (const contract of circle) ended.add(contract);
    }
  }
  return new Set(Array.from(ended, ({ id }) => id));
}
