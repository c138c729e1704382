/** A small seeded source of random numbers (mulberry32), so that every failure can be run again from its seed. */
export class Random {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to but not including 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to but not including the limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** @throws Error on an empty list. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }
}

/**
 * The seeds of one run of a fuzz test: those pinned because they once failed, and fresh ones. `FUZZ_SEED` runs one seed alone,
 * `FUZZ_RUNS` says how many fresh ones.
 */
export function fuzzSeeds(pinned: readonly number[], freshByDefault: number): readonly number[] {
  const only = process.env.FUZZ_SEED;
  if (only !== undefined) return [Number(only)];
  const fresh = Number(process.env.FUZZ_RUNS ?? freshByDefault);
  return [...pinned, ...Array.from({ length: fresh }, () => Math.floor(Math.random() * 2 ** 32))];
}
