import { expect, it } from "vitest";
import { withoutUnfinished } from "../../../client/findings/withoutUnfinished.ts";
import { finding } from "./finding.ts";

const unnamed = finding("one", "info", { rule: "unnamed-element" });
const other = finding("two", "info");
const unnamedToo = finding("three", "info", { rule: "unnamed-element", subjects: ["b"] });
const all = [unnamed, other, unnamedToo];

it("says nothing of a missing name while that name is being typed", () => {
  expect(withoutUnfinished(all, (id) => id === "a")).toEqual([other, unnamedToo]);
});

it("is the same list once no name is being typed", () => {
  expect(withoutUnfinished(all, () => false)).toBe(all);
});
