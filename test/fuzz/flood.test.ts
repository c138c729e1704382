import { expect, test } from "vitest";
import { fuzzSeeds, Random } from "../support/random.ts";
import { floodDocument } from "./documentFlood.ts";
import { SocketFlood } from "./SocketFlood.ts";

/** Seeds that once failed. */
const pinned: readonly number[] = [];

test.each(fuzzSeeds(pinned, 4))("a document bears whatever comes over the wire (seed %i)", (seed) => {
  const { malformed, refused, applied } = floodDocument(new Random(seed), 1_000);
  expect(malformed).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(20);
  expect(applied).toBeGreaterThan(20);
});

test.each(fuzzSeeds(pinned, 1))(
  "a server bears it from every role, over both transports, and nobody else notices (seed %i)",
  async (seed) => {
    const { ended } = await SocketFlood.run(new Random(seed), 1_000, () => {});
    expect(ended).toBeGreaterThan(10);
  },
  120_000,
);
