import { expect, test } from "vitest";
import { restartUnderCrowd } from "./Crowd.ts";

test("a crowd comes back by itself after a restart, and not at once", async () => {
  const people = 100;
  const { mostTriesInOneSecond } = await restartUnderCrowd(people, 1);
  // Everybody tries again within a second and a half of losing the server, spread over that time, and then more seldom.
  expect(mostTriesInOneSecond[0]).toBeLessThan(2 * people);
}, 120_000);
