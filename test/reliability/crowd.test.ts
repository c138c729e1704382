import { expect, test } from "vitest";
import { restartUnderCrowd } from "./Crowd.ts";

test("a crowd comes back by itself, and into step, each time the server is killed", async () => {
  const { healMs } = await restartUnderCrowd(100, 2);
  expect(healMs).toHaveLength(2);
}, 120_000);
