import { expect, test } from "vitest";
import { moneyScale } from "../../../shared/drawing/moneyScale.ts";
import { relationLook } from "../../../shared/drawing/relationLook.ts";
import type { Relation } from "../../../shared/model/relation.ts";

const pays = (annualAmount?: number): Relation => ({
  id: `p${annualAmount}`,
  type: "pays",
  from: "a",
  to: "b",
  ...(annualAmount !== undefined && { annualAmount }),
});
const words = (...relations: readonly Relation[]) => moneyScale(relations).map(({ text }) => text);

test("the scale runs from below the smallest sum to above the largest", () => {
  expect(words(pays(4_200_000), pays(58_000_000))).toEqual(["£1m a year", "£10m a year", "£100m a year"]);
});

test("its ends stand for what lies beyond them", () => {
  expect(words(pays(20_000), pays(3e9))).toEqual([
    "£1m a year or less",
    "£10m a year",
    "£100m a year",
    "£1bn a year or more",
  ]);
  expect(words(pays(3e9))).toEqual(["£1bn a year or more"]);
  expect(words(pays(5_000))).toEqual(["£1m a year or less"]);
});

test("what is not stated is thin and says so", () => {
  expect(moneyScale([pays()])).toEqual([{ annualPounds: undefined, strokeWidth: 1.5, text: "not stated" }]);
  expect(words(pays(1e7), pays())).toEqual(["£10m a year", "not stated"]);
});

test("a step is as thick as a line of that sum", () => {
  for (const { annualPounds, strokeWidth } of moneyScale([pays(1e6), pays(1e9), pays()]))
    expect(strokeWidth).toBe(relationLook(pays(annualPounds)).strokeWidth);
});

test("a map without money has no scale", () => {
  expect(moneyScale([{ id: "o", type: "owns", from: "a", to: "b" }])).toEqual([]);
});
