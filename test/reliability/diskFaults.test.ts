import { expect, test } from "vitest";
import { Random } from "../support/random.ts";
import { DiskFaults, whyNoDiskFaults } from "./DiskFaults.ts";

const why = whyNoDiskFaults();

test.skipIf(why !== null).each(["full", "read-only"] as const)(
  `people work on while the disk is %s, are told, and have everything saved when it is back${why ? `: ${why}` : ""}`,
  async (fault) => {
    const { acknowledged, lost } = await DiskFaults.run(new Random(1), fault, 1);
    expect(acknowledged).toBeGreaterThan(40);
    expect(lost).toEqual([]);
  },
  120_000,
);
