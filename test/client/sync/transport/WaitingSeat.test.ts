import { expect, it } from "vitest";
import { type Locks, WaitingSeat } from "../../../../client/sync/transport/WaitingSeat.ts";

/** A browser's locks. */
function browserLocks(): Locks {
  const taken = new Set<string>();
  return {
    async request(name, _options, granted) {
      if (taken.has(name)) return granted(null);
      taken.add(name);
      await granted({});
      taken.delete(name);
    },
  };
}

it("four tabs of a browser may wait; another only when one of them has left", async () => {
  const locks = browserLocks();
  const tabs = Array.from({ length: 6 }, () => new WaitingSeat(locks));
  const seated: boolean[] = [];
  for (const tab of tabs) seated.push(await tab.take());
  expect(seated).toEqual([true, true, true, true, false, false]);
  expect(await tabs[0]?.take()).toBe(true);
  tabs[1]?.leave();
  expect(await tabs[4]?.take()).toBe(true);
  expect(await tabs[5]?.take()).toBe(false);
});

it("every tab may wait where the browser has no locks, or gives none", async () => {
  const without = new WaitingSeat(undefined);
  const refused = new WaitingSeat({ request: () => Promise.reject(new Error("Not allowed")) });
  expect([await without.take(), await refused.take()]).toEqual([true, true]);
});
