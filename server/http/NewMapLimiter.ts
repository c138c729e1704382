import { LIMITS } from "../../shared/protocol/limits.ts";
import { TokenBucket } from "../access/TokenBucket.ts";

/** So many addresses are remembered before the ones at rest are forgotten. */
const rememberedAddresses = 10_000;

/** Limits how many maps one address makes. */
export class NewMapLimiter {
  readonly #buckets = new Map<string, TokenBucket>();

  mayMakeMap(address: string): boolean {
    const now = performance.now();
    const bucket =
      this.#buckets.get(address) ?? new TokenBucket(LIMITS.newMapsPerSecond, LIMITS.newMapsBurst);
    this.#buckets.set(address, bucket);
    if (this.#buckets.size > rememberedAddresses) {
      for (const [other, theirs] of this.#buckets) if (theirs.isFull(now)) this.#buckets.delete(other);
    }
    return bucket.take(now);
  }
}
