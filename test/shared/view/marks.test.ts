import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Severity } from "../../../shared/model/systemMap.ts";
import { colourMarks } from "../../../shared/view/colourMarks.ts";
import { COLOUR_FIELDS, SIZE_FIELDS } from "../../../shared/view/markFields.ts";
import { monthsLeft } from "../../../shared/view/monthsLeft.ts";
import { GREATEST_RADIUS, sizeMarks } from "../../../shared/view/sizeMarks.ts";
import { buildMap } from "../../support/buildMap.ts";
import { anyMap } from "../drawing/arbitraryMap.ts";

const FACTS = { onDay: "2015-04-01", severitiesById: new Map<string, ReadonlySet<Severity>>() };
const MAP = buildMap()
  .organisation("trust", "foundation-trust", {
    annualIncome: 400_000_000,
    services: ["acute", "community", "urgent"],
  })
  .contract("big", "prime-provider", {
    totalValue: 726_000_000,
    termMonths: 60,
    start: "2015-04-01",
    status: "live",
  })
  .contract("small", "sub-contract", { annualValue: 900_000 })
  .contract("silent", "grant", {})
  .contract("friends", "memorandum", {})
  .map();

test.each([
  ["2015-04-01", 12, "2015-04-01", 12],
  ["2015-04-01", 12, "2015-04-02", 11],
  ["2015-04-01", 12, "2016-03-31", 0],
  ["2015-04-01", 12, "2016-04-02", -1],
  ["2015-04-15", 1, "2015-04-30", 0],
  [undefined, 12, "2015-04-01", undefined],
])("a term from %s over %s months has on %s %s months left", (start, termMonths, onDay, left) => {
  expect(monthsLeft({ start, termMonths }, onDay)).toBe(left);
});

describe("marks", () => {
  test("by value say the figure, how it was got, and that it is not stated", () => {
    const { markById, legend } = colourMarks(MAP, "value", FACTS);
    expect(markById.get("big")).toEqual({ key: "4", tone: "step-4", words: "£145.2m a year (derived)" });
    expect(markById.get("silent")).toEqual({
      key: "not-stated",
      tone: "none",
      words: "Annual value not stated",
    });
    expect(markById.has("friends")).toBe(false);
    expect(markById.has("trust")).toBe(false);
    expect(legend.map(({ words, count }) => [words, count])).toEqual([
      ["Under £1m a year", 1],
      ["£100m to £1bn", 1],
      ["Not stated", 1],
    ]);
  });

  test("by term and by finding", () => {
    expect(colourMarks(MAP, "term", FACTS).markById.get("big")?.words).toBe("5 years left");
    const severitiesById = new Map([["big", new Set<Severity>(["info", "error"])]]);
    expect(colourMarks(MAP, "findings", { ...FACTS, severitiesById }).markById.get("big")?.tone).toBe(
      "error",
    );
    expect(colourMarks(MAP, "services", FACTS).markById.get("trust")?.words).toBe("Acute, community + 1");
  });

  test("of any map have a class each, and the legend counts them", () => {
    fc.assert(
      fc.property(anyMap, fc.constantFrom(...COLOUR_FIELDS), (map, field) => {
        const { markById, legend } = colourMarks(map, field, FACTS);
        const counted = new Map<string, number>();
        for (const { key, words } of markById.values()) {
          expect(words).not.toBe("");
          counted.set(key, (counted.get(key) ?? 0) + 1);
        }
        expect(new Map(legend.map(({ key, count }) => [key, count]))).toEqual(counted);
      }),
    );
  });

  test("areas are as the figures, and none is larger than the largest", () => {
    const { sizeById, greatest } = sizeMarks(MAP, "value");
    const radius = (id: string) => sizeById.get(id)?.radius ?? 0;
    expect(radius("big")).toBe(GREATEST_RADIUS);
    expect((radius("small") / radius("big")) ** 2).toBeCloseTo(0.9 / 145.2, 6);
    expect(sizeById.get("silent")).toEqual({ radius: undefined, words: "Annual value not stated" });
    expect(greatest?.words).toBe("£145.2m a year");
    fc.assert(
      fc.property(anyMap, fc.constantFrom(...SIZE_FIELDS), (map, field) => {
        for (const { radius: each } of sizeMarks(map, field).sizeById.values()) {
          if (each !== undefined) expect(each).toBeGreaterThanOrEqual(0);
          if (each !== undefined) expect(each).toBeLessThanOrEqual(GREATEST_RADIUS);
        }
      }),
    );
  });
});
