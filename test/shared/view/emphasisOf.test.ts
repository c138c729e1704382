import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emphasisOf, sameSet } from "../../../shared/view/emphasisOf.ts";
import { filterWords, focusWords } from "../../../shared/view/filterWords.ts";
import { buildMap } from "../../support/buildMap.ts";
import { anyMap } from "../drawing/arbitraryMap.ts";

const MAP = buildMap()
  .organisation("a", "ccg")
  .organisation("b", "ccg")
  .organisation("c", "ccg")
  .relate("pays", "a", "b", { id: "ab" })
  .relate("pays", "b", "c", { id: "bc" })
  .map();
const NOBODY: ReadonlySet<string> = new Set();
const shown = { elements: new Set(["a"]), relations: NOBODY };
const ids = (set: ReadonlySet<string>) => [...set].sort();

describe("what stands out", () => {
  test("is everything where nothing is asked", () => {
    const { hidden, dimmed } = emphasisOf(MAP, {
      shown: undefined,
      others: "hide",
      revealed: NOBODY,
      found: undefined,
    });
    expect([hidden.size, dimmed.size]).toEqual([0, 0]);
  });

  test("is what fits; the others are hidden or dimmed as was chosen", () => {
    const input = { shown, revealed: NOBODY, found: undefined };
    expect(ids(emphasisOf(MAP, { ...input, others: "hide" }).hidden)).toEqual(["ab", "b", "bc", "c"]);
    expect(ids(emphasisOf(MAP, { ...input, others: "dim" }).dimmed)).toEqual(["ab", "b", "bc", "c"]);
  });

  test("is also what somebody went to: a connection with its ends", () => {
    const { hidden } = emphasisOf(MAP, {
      shown,
      others: "hide",
      revealed: new Set(["bc"]),
      found: undefined,
    });
    expect(ids(hidden)).toEqual(["ab"]);
  });

  test("while somebody searches is what is found, connections with their ends", () => {
    const { dimmed } = emphasisOf(MAP, {
      shown: undefined,
      others: "dim",
      revealed: NOBODY,
      found: new Set(["ab"]),
    });
    expect(ids(dimmed)).toEqual(["bc", "c"]);
  });

  test("nothing is hidden and dimmed at once", () => {
    const some = fc.uniqueArray(fc.constantFrom("e0", "e1", "e2", "r0", "r1")).map((list) => new Set(list));
    fc.assert(
      fc.property(
        anyMap,
        some,
        some,
        some,
        fc.constantFrom("dim" as const, "hide" as const),
        (map, fits, found, revealed, others) => {
          const { hidden, dimmed } = emphasisOf(map, {
            shown: { elements: fits, relations: fits },
            others,
            revealed,
            found,
          });
          for (const id of hidden) expect(dimmed.has(id)).toBe(false);
          for (const id of revealed) expect(hidden.has(id)).toBe(false);
        },
      ),
    );
  });

  test("a set with the same items is the same set", () => {
    const before = new Set(["a", "b"]);
    expect(sameSet(before, new Set(["b", "a"]))).toBe(before);
    expect(sameSet(before, new Set(["a", "c"]))).not.toBe(before);
  });
});

test("filters and focus say in words what they ask for", () => {
  const nameOf = (id: string) => id.toUpperCase();
  expect(
    filterWords(
      {
        types: ["contract"],
        statuses: ["live"],
        places: ["x"],
        leastAnnualPounds: 1e7,
        withNeighbours: true,
      },
      nameOf,
    ).join(" · "),
  ).toBe("contracts · live · in X · £10m a year or more · and what they are joined to");
  expect(focusWords({ ids: ["a", "b", "c"], steps: 2, follow: "money" }, nameOf)).toBe(
    "within 2 steps of A, B and 1 more along money",
  );
});
