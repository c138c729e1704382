import { describe, expect, it } from "vitest";
import { mapToSvg } from "../../../shared/formats/svg.ts";
import type { Decision } from "../../../shared/model/systemMap.ts";
import { returnedDecisions } from "../../../shared/rules/returnedDecisions.ts";
import { buildMap } from "../../support/buildMap.ts";

const accepted = (facts?: Decision["facts"]): Decision => ({
  rule: "price-below-cost",
  subjects: ["Care"],
  choice: "accepted",
  reason: "The ceiling was a guess",
  by: "The board",
  at: "2015-11-03",
  ...(facts && { facts }),
});

const mapWith = (...decisions: readonly Decision[]) =>
  buildMap()
    .contract("Care", "prime-provider", { totalValue: 90, priceCeiling: 100 })
    .decisions(...decisions)
    .snapshot();

describe("a decision on a finding", () => {
  it("has returned where the finding stands again, on other facts than were accepted", () => {
    const stale = accepted({ totalValue: 95, priceCeiling: 100 });
    expect(returnedDecisions(mapWith(stale))).toEqual([stale]);
  });

  it("has not where its facts still hold, where it names none, and where its finding is gone", () => {
    expect(returnedDecisions(mapWith(accepted({ totalValue: 90, priceCeiling: 100 })))).toEqual([]);
    expect(returnedDecisions(mapWith(accepted()))).toEqual([]);
    expect(returnedDecisions(mapWith({ ...accepted({}), rule: "vat-leakage" }))).toEqual([]);
  });

  it("is printed on a picture for what it is", () => {
    const stale = mapWith(accepted({ totalValue: 95, priceCeiling: 100 }));
    const headings = (snapshot: typeof stale) => {
      const svg = mapToSvg(snapshot, { date: "2026-11-22", returned: returnedDecisions(snapshot) });
      return ["Findings looked at and accepted", "Accepted before, and standing again"].filter((heading) =>
        svg.includes(heading),
      );
    };
    expect(headings(stale)).toEqual(["Accepted before, and standing again"]);
    expect(headings(mapWith(accepted()))).toEqual(["Findings looked at and accepted"]);
  });
});
