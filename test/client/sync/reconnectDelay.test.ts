import { describe, expect, test } from "vitest";
import { reconnectDelayMs } from "../../../client/sync/reconnectDelay.ts";
import { Random } from "../../support/random.ts";

describe("the wait before the next attempt to connect", () => {
  test.each([
    [1, 600],
    [2, 1_200],
    [3, 2_400],
    [4, 4_800],
    [5, 8_000],
    [6, 8_000],
    [1_000, 8_000],
  ])("after %i failures is anything from a tenth of a second to %i ms", (failures, upToMs) => {
    expect(reconnectDelayMs(failures, false, 0)).toBe(100);
    expect(reconnectDelayMs(failures, false, 1)).toBe(upToMs);
  });

  test("of those whom a restarting server sends away is spread over two seconds from the first attempt", () => {
    expect(reconnectDelayMs(1, true, 1)).toBe(2_000);
    expect(reconnectDelayMs(3, true, 1)).toBe(2_400);
  });

  test("of 500 people leaves the server alone for no fifth of the time, and brings it no crowd in any", () => {
    const random = new Random(20_150_401);
    const waits = Array.from({ length: 500 }, () => reconnectDelayMs(1, true, random.next()));
    const inEachFifth = [0, 1, 2, 3, 4].map(
      (fifth) => waits.filter((waitMs) => Math.min(4, Math.floor((waitMs - 100) / 380)) === fifth).length,
    );
    for (const people of inEachFifth) expect(people).toBeGreaterThan(70);
    for (const people of inEachFifth) expect(people).toBeLessThan(130);
  });
});
