import { expect, test } from "vitest";
import { differenceParts, restoreSentences } from "../../../client/history/differenceWords.ts";
import { mapDifference } from "../../../shared/document/mapDifference.ts";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import type { SystemMap } from "../../../shared/model/systemMap.ts";
import { buildMap } from "../../support/buildMap.ts";

const then = buildMap()
  .organisation("ccg", "ccg")
  .contract("older", "prime-provider")
  .relate("commissions", "ccg", "older")
  .map();

const now: SystemMap = {
  ...buildMap().organisation("ccg", "ccg").organisation("trust", "foundation-trust").map(),
  title: "Another title",
};

test("what has changed since, by name, cards before connections", () => {
  const parts = differenceParts(mapDifference(then, now), snapshotOf(then), snapshotOf(now));
  expect(parts.gone.map(({ name }) => name)).toEqual(["older", "ccg commissions older"]);
  expect(parts.added.map(({ name }) => name)).toEqual(["trust"]);
  expect(parts.changed).toEqual([]);
  expect(parts.map).toEqual(["the title"]);
});

test("what has only been moved is said to be", () => {
  const moved: SystemMap = {
    ...then,
    elements: then.elements.map((element) =>
      element.id === "ccg"
        ? { ...element, position: { x: 9, y: 9 } }
        : { ...element, name: "Older", position: { x: 8, y: 8 } },
    ),
  };
  const { changed } = differenceParts(mapDifference(then, moved), snapshotOf(then), snapshotOf(moved));
  expect(changed.map(({ name }) => name)).toEqual(["ccg (moved)", "Older"]);
});

test("what restoring does, in sentences", () => {
  expect(restoreSentences(mapDifference(now, then))).toEqual([
    "1 card and 1 connection come back.",
    "1 card is removed, added since.",
    "Also put back: the title.",
  ]);
  expect(restoreSentences(mapDifference(then, then))).toEqual([]);
});

test("fields that the format does not know, and decisions, are said to differ", () => {
  const decided = {
    ...then,
    extension: 5,
    decisions: [{ rule: "r", subjects: [], choice: "accepted", reason: "", by: "", at: "2026-05-03" }],
  } as unknown as SystemMap;
  expect(restoreSentences(mapDifference(then, decided))).toEqual([
    "Also put back: other details of the map, one decision of the room.",
  ]);
});
