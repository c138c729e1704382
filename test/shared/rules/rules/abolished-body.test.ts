import { describe, expect, it } from "vitest";
import { ORGANISATION_KINDS } from "../../../../shared/model/organisationKind.ts";
import type { Regime } from "../../../../shared/model/systemMap.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "abolished-body";

function group(asOf: string | undefined, regime: Regime = "england-2022") {
  const map = buildMap(regime).organisation("Group", "ccg");
  return asOf === undefined ? map : map.asOf(asOf);
}

describe(rule, () => {
  it("is an error in law, with both days", () => {
    const finding = theFinding(rule, group("2024-04-01"));
    expect(finding).toMatchObject({
      severity: "error",
      basis: "law",
      subjects: ["Group"],
      facts: { asOf: "2024-04-01" },
    });
    expect(finding.message).toBe(
      "Group is a clinical commissioning group, and the map shows 1 April 2024. Such groups were abolished on 1 July 2022, so what it does here may have no basis in law.",
    );
  });

  it.each([
    ["0001-01-01", 0],
    ["2022-06-30", 0],
    ["2022-07-01", 1],
    ["9999-12-31", 1],
    [undefined, 0],
  ] as const)("on a map of %s makes %s findings", (asOf, findings) => {
    expect(findingsOf(rule, group(asOf))).toHaveLength(findings);
  });

  it("is silent for every other kind, and under the Act of 2012", () => {
    const others = buildMap("england-2022").asOf("2024-04-01");
    for (const kind of ORGANISATION_KINDS) if (kind !== "ccg") others.organisation(kind, kind);
    expect(findingsOf(rule, others)).toEqual([]);
    expect(findingsOf(rule, group("2024-04-01", "england-2012"))).toEqual([]);
  });

  it("offers to make it an integrated care board", () => {
    const map = group("2024-04-01");
    const finding = theFinding(rule, map);
    expect(fixLabels(finding)).toEqual(["Set its kind to integrated care board"]);
    const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
    expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
    expect(after.elementById.get("Group")).toMatchObject({ kind: "icb", name: "Group" });
  });
});
