import { expect, test } from "vitest";
import { fuzzSeeds, Random } from "../support/random.ts";
import { KillRounds } from "./KillRounds.ts";

test.each(fuzzSeeds([], 1))(
  "nothing that people were told is saved is lost when the server is killed (seed %i)",
  async (seed) => {
    const { kills, acknowledged, lost } = await KillRounds.run(new Random(seed), 4, () => {});
    expect(kills).toBeGreaterThanOrEqual(4);
    expect(acknowledged).toBeGreaterThan(20);
    expect(lost).toEqual([]);
  },
  120_000,
);
