import { expect, it } from "vitest";
import { nearestWords } from "../../../../server/cli/findings/nearestWords.ts";
import { RULES } from "../../../../shared/rules/registry.ts";

const ids = RULES.map(({ id }) => id);

it.each([
  ["vat-leakge", "vat-leakage"],
  ["VAT-Leakage", "vat-leakage"],
  ["price-under-cost", "price-below-cost"],
  ["missing-parents-guarantee", "missing-parent-guarantee"],
  ["vat", "vat-leakage"],
])("takes %s for %s", (meant, expected) => {
  expect(nearestWords(meant, ids)[0]).toBe(expected);
});

it("names the nearest first, five at most, and none where nothing is near", () => {
  expect(nearestWords("term-too-shirt", ids).slice(0, 1)).toEqual(["term-too-short"]);
  expect(nearestWords("contract", ids).length).toBe(5);
  expect(nearestWords("zzzzzzzz", ids)).toEqual([]);
  expect(nearestWords("", ids)).toEqual([]);
});
