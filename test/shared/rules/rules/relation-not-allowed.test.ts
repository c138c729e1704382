import { describe, expect, it } from "vitest";
import { ELEMENT_TYPES } from "../../../../shared/model/element.ts";
import { RELATION_TYPES } from "../../../../shared/model/relation.ts";
import { checkMap } from "../../../../shared/rules/checkMap.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, theFinding } from "../checking.ts";

const rule = "relation-not-allowed";

/** Written out from the map format, so that a slip in the grammar shows here. */
const allowed = new Set([
  ...["organisation", "forum"].map((from) => `commissions ${from} contract`),
  "holds organisation contract",
  "under contract contract",
  ...["organisation", "fund"].flatMap((from) => ["organisation", "fund"].map((to) => `pays ${from} ${to}`)),
  "owns organisation organisation",
  "guarantees organisation contract",
  "guarantees organisation organisation",
  "delegates organisation organisation",
  "delegates organisation forum",
  "member organisation forum",
  "member organisation organisation",
  "hosts organisation fund",
  "hosts organisation forum",
  "governs forum contract",
  "governs forum fund",
  "governs forum organisation",
  "partners organisation organisation",
]);

function oneOfEach() {
  return buildMap()
    .organisation("organisation", "nhs-trust")
    .contract("contract", "nhs-standard")
    .fund("fund", "pooled")
    .forum("forum", "joint-committee")
    .place("place")
    .note("note");
}

describe(rule, () => {
  it("speaks of every relation that the map format does not list, and of no other", () => {
    const map = oneOfEach();
    const expected: string[] = [];
    for (const type of RELATION_TYPES) {
      for (const from of ELEMENT_TYPES) {
        for (const to of ELEMENT_TYPES) {
          const id = `${type} ${from} ${to}`;
          map.relate(type, from, to, { id });
          if (!allowed.has(id)) expected.push(id);
        }
      }
    }
    const found = findingsOf(rule, map);
    expect(found.map(({ subjects }) => subjects[0]).sort()).toEqual(expected.sort());
    for (const { subjects } of found) {
      const [id, ...ends] = subjects;
      const [, from, to] = (id ?? "").split(" ");
      expect(ends).toEqual(from === to ? [from] : [from, to]);
    }
  });

  it("is an error about the relation, then its start, then its end", () => {
    const finding = theFinding(rule, oneOfEach().relate("holds", "contract", "organisation"));
    expect(finding).toMatchObject({
      severity: "error",
      basis: "completeness",
      subjects: ["holds-1", "contract", "organisation"],
    });
    expect(finding.message).toBe(
      "A line of the type “holds” runs from “contract” (a contract) to organisation (an organisation). An organisation holds a contract; anything else is not taken into account.",
    );
  });

  it("can be mended by taking the line away", () => {
    const map = oneOfEach().relate("owns", "place", "organisation");
    const finding = theFinding(rule, map);
    const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
    expect({ remains, newErrors, relations: after.map.relations }).toEqual({
      remains: false,
      newErrors: [],
      relations: [],
    });
  });

  it("keeps such relations out of every other rule but isolated-element", () => {
    const map = buildMap()
      .organisation("CCG", "ccg")
      .place("Town")
      .contract("Care", "nhs-standard", { status: "live", procurement: "competitive-tender", annualValue: 1 })
      .relate("commissions", "Town", "Care")
      .relate("holds", "Care", "CCG");
    expect(checkMap(map.snapshot()).map((finding) => finding.rule)).toEqual([
      rule,
      rule,
      "contract-without-buyer",
      "contract-without-holder",
    ]);
  });
});
