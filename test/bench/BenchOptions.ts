import type { ServerKind } from "./servers/ServerUnderTest.ts";

/** How a benchmark is asked to run. */
export interface BenchOptions {
  /** How often what is noisy is measured; the median counts. */
  readonly rounds: number;
  /** Only servers whose name holds this, in any case. */
  readonly only: string;
}

/** Those of the servers that were asked for. */
export function wantedServers(kinds: readonly ServerKind[], { only }: BenchOptions): readonly ServerKind[] {
  return kinds.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()));
}
