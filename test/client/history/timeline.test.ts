import { expect, test } from "vitest";
import {
  countNew,
  fromLeftToRight,
  momentsOf,
  type Timeline,
  withNewest,
  withOlder,
} from "../../../client/history/timeline.ts";
import { checkpoint, entry, page } from "./historyAnswers.ts";

const momentsIn = ({ entries }: Timeline) => entries.map(({ moment }) => moment);

test("what is new joins on to what is loaded, and nothing is there twice", () => {
  const loaded = withOlder(page([9, 8, 7], 7), page([6, 5], null));
  const now = withNewest(loaded, page([11, 10, 9], 9));
  expect(momentsIn(now)).toEqual([11, 10, 9, 8, 7, 6, 5]);
  expect(now.next).toBeNull();
});

test("a change that has grown meanwhile takes the place of what it was", () => {
  expect(momentsIn(withNewest(page([9, 7], 7), page([12, 7], 7)))).toEqual([12, 7]);
});

test("where so much is new that there would be a gap, only the new is kept, and the rest can be loaded again", () => {
  const now = withNewest(page([9, 8], null), page([30, 29], 29));
  expect(momentsIn(now)).toEqual([30, 29]);
  expect(now.next).toBe(29);
});

test("a history that fits on one page is that page, so that what was erased is gone", () => {
  expect(momentsIn(withNewest(page([9, 8, 7], null), page([9, 8], null)))).toEqual([9, 8]);
});

test("checkpoints that were taken away are gone, those beyond the page stay", () => {
  const loaded: Timeline = {
    ...page([9, 8, 5], 5),
    checkpoints: [checkpoint(9, { id: "removed" }), checkpoint(5, { id: "old" })],
  };
  const now = withNewest(loaded, { ...page([9, 8], 8), checkpoints: [] });
  expect(now.checkpoints.map(({ id }) => id)).toEqual(["old"]);
});

test("counts changes and marked moments that are not shown yet, and nothing that was kept by itself", () => {
  const loaded: Timeline = { ...page([9, 8]), checkpoints: [checkpoint(8, { id: "known", kind: "named" })] };
  const newest = {
    ...page([11, 10, 9, 8]),
    checkpoints: [
      checkpoint(11, { id: "new", kind: "named", name: "Agreed" }),
      checkpoint(10, { id: "by itself" }),
      checkpoint(8, { id: "known", kind: "named" }),
    ],
  };
  expect(countNew(loaded, newest)).toBe(3);
  expect(countNew(withNewest(loaded, newest), newest)).toBe(0);
  expect(countNew(page([]), page([1]))).toBe(1);
});

test("the moments to look at are those of changes and of checkpoints, each once, with the name that somebody gave", () => {
  const timeline: Timeline = {
    entries: [entry(9), entry(7)],
    checkpoints: [
      checkpoint(9, { id: "a", name: "Agreed", kind: "named" }),
      checkpoint(9, { id: "b" }),
      checkpoint(8, { id: "c" }),
    ],
    next: null,
  };
  const moments = momentsOf(timeline);
  expect(moments.map(({ moment }) => moment)).toEqual([9, 8, 7]);
  expect(moments[0]).toMatchObject({ entry: { moment: 9 }, checkpoint: { name: "Agreed" } });
  expect(moments[1]?.entry).toBeUndefined();
});

test("a moment that is looked at keeps its place among the others when its change has grown and has another moment now", () => {
  const [moment] = momentsOf(page([7]));
  if (moment === undefined) throw new Error("There is no moment.");
  const orderOf = (timeline: Timeline) => fromLeftToRight(timeline, moment).map((each) => each.moment);
  expect(orderOf(page([9, 7, 5]))).toEqual([5, 7, 9]);
  expect(orderOf(page([9, 8, 5]))).toEqual([5, 7, 8, 9]);
});
