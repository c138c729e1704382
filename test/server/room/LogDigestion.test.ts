import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { LogDigestion } from "../../../server/room/LogDigestion.ts";
import type { RoomEvents } from "../../../server/room/RoomEvents.ts";

const minuteMs = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A log of so many rows, the first of them digested, and what is asked of its history. */
function digestionOf(
  rows: number,
  options: { readonly digestedRef?: number; readonly nextAt?: number } = {},
) {
  const asked: { succeed(ref: number): void; fail(): void }[] = [];
  const failed: unknown[] = [];
  const events = {
    compactionFailed: (_: string, error: unknown) => failed.push(error),
  } as unknown as RoomEvents;
  const digest = () =>
    new Promise<number>((resolve, reject) => {
      asked.push({ succeed: resolve, fail: () => reject(new Error("disk full")) });
    });
  const refs = Array.from({ length: rows }, (_, index) => index + 1);
  const { digestedRef = 0, nextAt = rows > digestedRef ? Date.now() : null } = options;
  const stored = { updates: [], refs, digested: { ref: digestedRef, nextAt } };
  const digestion = new LogDigestion({ docId: "m", events, digest }, stored);
  let newest = rows;
  const store = (count: number, isEnding = false) => {
    digestion.stored(
      Array.from({ length: count }, () => ++newest),
      isEnding,
    );
  };
  return { digestion, asked, failed, store };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

it("leaves a short session alone, however much is written in it", async () => {
  const { asked, store } = digestionOf(1);
  for (let second = 0; second < 60; second++) {
    store(1_000);
    vi.advanceTimersByTime(1_000);
  }
  expect(asked).toHaveLength(0);
  vi.advanceTimersByTime(minuteMs);
  store(1);
  expect(asked).toHaveLength(1);
});

it("digests an open room from 5,000 rows on, once in a while, and counts what came meanwhile", async () => {
  const { asked, store } = digestionOf(10, { digestedRef: 10 });
  vi.advanceTimersByTime(3 * minuteMs);
  store(4_999);
  expect(asked).toHaveLength(0);
  store(1);
  store(10);
  expect(asked).toHaveLength(1);
  asked[0]?.succeed(5_010);
  await settle();
  store(4_989);
  vi.advanceTimersByTime(3 * minuteMs);
  store(0);
  expect(asked).toHaveLength(1);
  store(1);
  expect(asked).toHaveLength(2);
});

it("digests an open room in which something has changed, once an hour", async () => {
  const { asked, store } = digestionOf(1, { digestedRef: 1 });
  store(1);
  vi.advanceTimersByTime(59 * minuteMs);
  store(1);
  expect(asked).toHaveLength(0);
  vi.advanceTimersByTime(minuteMs);
  store(1);
  expect(asked).toHaveLength(1);
  asked[0]?.succeed(4);
  await settle();
  vi.advanceTimersByTime(90 * minuteMs);
  store(1);
  expect(asked).toHaveLength(1);
});

it("digests a room that is left where there is enough, or where it has waited for an hour", async () => {
  const short = digestionOf(49);
  await short.digestion.tidyUp();
  expect(short.asked).toHaveLength(0);
  short.store(1);
  const tidying = short.digestion.tidyUp();
  await settle();
  expect(short.asked).toHaveLength(1);
  short.asked[0]?.succeed(50);
  await tidying;
  await short.digestion.tidyUp();
  expect(short.asked).toHaveLength(1);
  const old = digestionOf(3, { digestedRef: 2, nextAt: Date.now() - 60 * minuteMs });
  void old.digestion.tidyUp();
  await settle();
  expect(old.asked).toHaveLength(1);
});

it("tells of a failure, changes nothing, and tries again after a rest", async () => {
  const { asked, failed, store } = digestionOf(1);
  vi.advanceTimersByTime(3 * minuteMs);
  store(5_000);
  asked[0]?.fail();
  await settle();
  expect(failed).toEqual([new Error("disk full")]);
  store(1);
  expect(asked).toHaveLength(1);
  vi.advanceTimersByTime(3 * minuteMs);
  store(1);
  expect(asked).toHaveLength(2);
});

it("begins nothing in a room that is going down", () => {
  const { asked, store } = digestionOf(1);
  vi.advanceTimersByTime(3 * minuteMs);
  store(6_000, true);
  expect(asked).toHaveLength(0);
});
