import { isIPv6 } from "node:net";
import { TokenBucket } from "./TokenBucket.ts";

/** So many addresses are remembered. Beyond, those at rest are forgotten, and if there are none, the one that came first. */
const rememberedAddresses = 10_000;

/** Limits how often something is done from one address, or for whatever else the key stands. */
export class AddressLimiter {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #buckets = new Map<string, TokenBucket>();

  /** @param perSecond sustained. @param burst at once, after a rest. */
  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
  }

  /** Counts one more. Answers 0 where it may pass, else the seconds after which the next one may. */
  take(address: string): number {
    const now = performance.now();
    const bucket = this.#bucketOf(address, now);
    return bucket.take(now) ? 0 : bucket.secondsUntilNext(now);
  }

  /** The same answer without counting. */
  waitSeconds(address: string): number {
    return this.#buckets.get(keyOf(address))?.secondsUntilNext(performance.now()) ?? 0;
  }

  /** What was counted shall not count after all. */
  giveBack(address: string): void {
    this.#buckets.get(keyOf(address))?.giveBack();
  }

  #bucketOf(address: string, now: number): TokenBucket {
    const key = keyOf(address);
    const known = this.#buckets.get(key);
    if (known) return known;
    if (this.#buckets.size >= rememberedAddresses) this.#makeRoom(now);
    const bucket = new TokenBucket(this.#perSecond, this.#burst);
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #makeRoom(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key);
    const [first] = this.#buckets.keys();
    if (this.#buckets.size >= rememberedAddresses && first !== undefined) this.#buckets.delete(first);
  }
}

/** One household or one rented machine has all addresses of an IPv6 network of 64 bits: they count as one. */
function keyOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const after = tail === "" ? [] : tail.split(":");
    while (groups.length + after.length < 8) groups.push("0");
    groups.push(...after);
  }
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
