import type { Contract } from "../model/element.ts";
import { stronglyConnected } from "./stronglyConnected.ts";

/**
 * The contracts that have ended: those with the status `terminated`, and those at any depth under such contracts only.
 * Contracts that are drawn under one another in a circle end together, when all that they are under besides has ended.
 */
export function endedContracts(
  contracts: readonly Contract[],
  contractsAbove: (contract: Contract) => readonly Contract[],
): ReadonlySet<string> {
  const ended = new Set<string>();
  if (!contracts.some(isTerminated)) return ended;
  const above = (contract: Contract) => (isTerminated(contract) ? [] : contractsAbove(contract));
  for (const group of stronglyConnected(contracts, above)) {
    const inGroup = new Set(group);
    const beyond = group.flatMap((contract) => above(contract).filter((other) => !inGroup.has(other)));
    const allEnded = beyond.length > 0 && beyond.every((contract) => ended.has(contract.id));
    for (const contract of group) if (allEnded || isTerminated(contract)) ended.add(contract.id);
  }
  return ended;
}

function isTerminated(contract: Contract): boolean {
  return contract.status === "terminated";
}
