import { expect, test, vi } from "vitest";
import { FindingsStore, type StepwiseCheck } from "../../../client/sync/FindingsStore.ts";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import type { CheckedFinding } from "../../../shared/rules/finding.ts";

const named = (title: string) =>
  snapshotOf({
    format: "system-map",
    version: 1,
    title,
    regime: "england-2022",
    elements: [],
    relations: [],
  });

function source() {
  const listeners = new Set<() => void>();
  let current = named("first");
  return {
    get: () => current,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(title: string) {
      current = named(title);
      for (const listener of listeners) listener();
    },
  };
}

/** Finds the title of the map, after as many steps as asked for. */
function checkOf(steps = 0, checked: string[] = []): StepwiseCheck {
  return {
    findings: [],
    *steps({ map }) {
      for (let step = 0; step < steps; step++) yield;
      checked.push(map.title);
      Object.assign(this, { findings: [{ title: map.title } as CheckedFinding] });
    },
  };
}

test("checks after the edit, not while it is made, and only the newest of several", async () => {
  const snapshots = source();
  const checked: string[] = [];
  const store = new FindingsStore(snapshots, async () => checkOf(0, checked));
  const stop = store.start();
  snapshots.change("second");
  snapshots.change("third");
  expect(checked).toEqual([]);
  await vi.waitFor(() => expect(store.get()).toMatchObject([{ title: "third" }]));
  expect(checked).toEqual(["third"]);
  stop();
});

test("gives the same array until there is another result", async () => {
  const snapshots = source();
  const store = new FindingsStore(snapshots, async () => checkOf());
  let told = 0;
  store.subscribe(() => {
    told += 1;
  });
  const stop = store.start();
  await vi.waitFor(() => expect(told).toBe(1));
  const before = store.get();
  expect(store.get()).toBe(before);
  snapshots.change("second");
  await vi.waitFor(() => expect(told).toBe(2));
  expect(store.get()).not.toBe(before);
  stop();
});

test("follows nothing after it was stopped, and goes on when it is started again", async () => {
  const snapshots = source();
  const store = new FindingsStore(snapshots, async () => checkOf());
  store.start()();
  snapshots.change("second");
  const stop = store.start();
  await vi.waitFor(() => expect(store.get()).toMatchObject([{ title: "second" }]));
  stop();
});

test("asks for the rules again with the next change where they could not be loaded", async () => {
  const snapshots = source();
  let attempts = 0;
  const store = new FindingsStore(snapshots, () => {
    attempts += 1;
    return attempts === 1 ? Promise.reject(new Error("no network")) : Promise.resolve(checkOf());
  });
  const stop = store.start();
  await vi.waitFor(() => expect(attempts).toBe(1));
  snapshots.change("second");
  await vi.waitFor(() => expect(store.get()).toMatchObject([{ title: "second" }]));
  stop();
});

test("lets the browser have its turn between the slices of a long check, and then checks what has changed meanwhile", async () => {
  const snapshots = source();
  const checked: string[] = [];
  let turns = 0;
  const slow: StepwiseCheck = {
    findings: [],
    *steps({ map }) {
      const end = performance.now() + 30;
      while (performance.now() < end) yield;
      checked.push(map.title);
    },
  };
  const store = new FindingsStore(snapshots, async () => slow);
  const stop = store.start();
  const count = setInterval(() => {
    turns += 1;
    if (turns === 2) snapshots.change("second");
  }, 0);
  await vi.waitFor(() => expect(checked).toEqual(["first", "second"]));
  clearInterval(count);
  expect(turns).toBeGreaterThan(2);
  expect(store.checks()).toBe(2);
  stop();
});
