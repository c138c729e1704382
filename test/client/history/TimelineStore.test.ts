import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TimelineStore } from "../../../client/history/TimelineStore.ts";
import { ApiError } from "../../../client/sync/callApi.ts";
import { edit } from "../../../shared/document/edit.ts";
import type { HistoryAnswer } from "../../../shared/history/HistoryAnswer.ts";
import { buildMap } from "../../support/buildMap.ts";
import { TestSession } from "../canvas/TestSession.ts";
import { page } from "./historyAnswers.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server whose history is a list that the test changes; what it was asked is kept. */
function serving(answer: (before: number | undefined) => HistoryAnswer) {
  const asked: (number | undefined)[] = [];
  const session = new TestSession(buildMap().organisation("ccg", "ccg").map());
  const store = new TimelineStore(session, async (before) => {
    asked.push(before);
    return answer(before);
  });
  const change = (name: string) => edit(session.doc, (editor) => editor.setField("ccg", "name", name));
  return { asked, store, change };
}

const momentsOf = (store: TimelineStore) => store.get().timeline?.entries.map(({ moment }) => moment);
const settle = () => vi.advanceTimersByTimeAsync(60_000);

test("asks when somebody begins to look, and for what is older when asked to", async () => {
  const { store, asked } = serving((before) => (before === undefined ? page([4, 3], 3) : page([2, 1])));
  expect(asked).toEqual([]);
  store.subscribe(() => {});
  await settle();
  expect(momentsOf(store)).toEqual([4, 3]);
  await store.loadOlder();
  expect(momentsOf(store)).toEqual([4, 3, 2, 1]);
  await store.loadOlder();
  expect(asked).toEqual([undefined, 3]);
});

test("what is new waits until somebody wants to see it", async () => {
  let newest = page([1]);
  const { store, change } = serving(() => newest);
  store.subscribe(() => {});
  await settle();
  newest = page([3, 2, 1]);
  change("Renamed");
  await settle();
  expect(momentsOf(store)).toEqual([1]);
  expect(store.get().waiting).toBe(2);
  store.showNew();
  expect(momentsOf(store)).toEqual([3, 2, 1]);
  expect(store.get().waiting).toBe(0);
});

test("a map that never rests is asked about every few seconds, not for every change", async () => {
  const { store, asked, change } = serving(() => page([1]));
  store.subscribe(() => {});
  await settle();
  const before = asked.length;
  for (let tenth = 0; tenth < 120; tenth++) {
    change(`Name ${tenth}`);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(asked.length - before).toBeGreaterThanOrEqual(1);
  expect(asked.length - before).toBeLessThanOrEqual(3);
});

test("while nobody looks, nothing is asked; whoever looks again hears what is new", async () => {
  let newest = page([1]);
  const { store, asked, change } = serving(() => newest);
  const leave = store.subscribe(() => {});
  await settle();
  leave();
  const before = asked.length;
  newest = page([2, 1]);
  change("Renamed");
  await settle();
  expect(asked).toHaveLength(before);
  store.subscribe(() => {});
  await settle();
  expect(store.get().waiting).toBe(1);
});

test("a first page that does not come is said, and can be asked for again", async () => {
  let isReachable = false;
  const { store } = serving(() => {
    if (!isReachable) throw new ApiError("The server cannot be reached.", 0);
    return page([1]);
  });
  store.subscribe(() => {});
  await settle();
  expect(store.get()).toMatchObject({
    timeline: undefined,
    error: "The server cannot be reached.",
    isLoading: false,
  });
  isReachable = true;
  await store.reload();
  expect(store.get()).toMatchObject({ error: undefined });
  expect(momentsOf(store)).toEqual([1]);
});

test("an older page that does not come leaves what is loaded, and can be asked for again", async () => {
  let isReachable = true;
  const { store } = serving((before) => {
    if (!isReachable) throw new ApiError("The server cannot be reached.", 0);
    return before === undefined ? page([2], 2) : page([1]);
  });
  store.subscribe(() => {});
  await settle();
  isReachable = false;
  await store.loadOlder();
  expect(store.get()).toMatchObject({ error: "The server cannot be reached." });
  expect(momentsOf(store)).toEqual([2]);
  isReachable = true;
  await store.loadOlder();
  expect(momentsOf(store)).toEqual([2, 1]);
  expect(store.get().error).toBeUndefined();
});

test("looking for what is new fails in silence", async () => {
  let isReachable = true;
  const { store, change } = serving(() => {
    if (!isReachable) throw new ApiError("The server cannot be reached.", 0);
    return page([1]);
  });
  store.subscribe(() => {});
  await settle();
  isReachable = false;
  change("Renamed");
  await settle();
  expect(store.get()).toMatchObject({ error: undefined, waiting: 0 });
  expect(momentsOf(store)).toEqual([1]);
});

test("where nothing was listed yet, what is new is listed at once", async () => {
  let newest = page([]);
  const { store, change } = serving(() => newest);
  store.subscribe(() => {});
  await settle();
  newest = page([1]);
  change("Renamed");
  await settle();
  expect(momentsOf(store)).toEqual([1]);
  expect(store.get().waiting).toBe(0);
});
