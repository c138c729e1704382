import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Random } from "../support/random.ts";
import { FAULTS, FaultRounds } from "./faults/FaultRounds.ts";
import { DATABASE_URL, freshDatabase, REDIS_URL } from "./support/services.ts";

const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 32));

function targetOf(address: string, usualPort: number) {
  const { hostname, port } = new URL(address);
  return { host: hostname, port: Number(port) || usualPort };
}

describe(`two servers and people who draw on both all the time (seed ${seed})`, () => {
  let rounds: FaultRounds | undefined;
  let remove: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const database = await freshDatabase();
    remove = database.remove;
    const { pathname, search } = new URL(database.url);
    rounds = await FaultRounds.start(new Random(seed), {
      postgres: targetOf(DATABASE_URL, 5432),
      redis: targetOf(REDIS_URL, 6379),
      database: `${pathname.slice(1)}${search}`,
    });
  });
  afterAll(async () => {
    await rounds?.stop();
    await remove?.();
  });

  it.each(FAULTS)(
    "%s: nothing that was acknowledged is lost, no map is forked, and everybody has everything in the end",
    async (fault) => {
      const report = await rounds?.run(fault);
      expect(report).toMatchObject({ lost: [], isForked: false });
      expect(report?.acknowledged).toBeGreaterThan(0);
    },
    90_000,
  );
});
