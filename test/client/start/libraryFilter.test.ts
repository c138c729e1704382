import { expect, test } from "vitest";
import { filterOfQuery, NO_FILTER, queryOfFilter } from "../../../client/start/libraryFilter.ts";

test.each([
  { text: "", theme: undefined },
  { text: "Salford & pool + 50 %", theme: undefined },
  { text: "", theme: "templates" },
  { text: "joint venture", theme: "alliances" },
] as const)("a filter comes back from the address: %o", (filter) => {
  expect(filterOfQuery(queryOfFilter(filter))).toEqual(filter);
});

test("what filters nothing leaves the address alone", () => {
  expect(queryOfFilter(NO_FILTER)).toBe("");
  expect(queryOfFilter({ text: "   ", theme: undefined })).toBe("");
});

test("an address asks for a theme by its name; another is left out", () => {
  expect(filterOfQuery("?theme=templates")).toEqual({ text: "", theme: "templates" });
  expect(filterOfQuery("?theme=constructor&q=a&q=b&other=1")).toEqual({ text: "a", theme: undefined });
});
