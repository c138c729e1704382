import { describe, expect, it } from "vitest";
import { ORGANISATION_KINDS } from "../../../../shared/model/organisationKind.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "body-of-another-regime";

describe(rule, () => {
  it("is an error in law for an integrated care board under the Act of 2012, whatever the day", () => {
    for (const map of [buildMap(), buildMap().asOf("2024-04-01")]) {
      const finding = theFinding(rule, map.organisation("Board", "icb"));
      expect(finding).toMatchObject({ severity: "error", basis: "law", subjects: ["Board"] });
      expect(finding.message).toBe(
        "Board is an integrated care board, but the map is drawn under the Health and Social Care Act 2012, which knows clinical commissioning groups only. What it does here may have no basis in law.",
      );
    }
  });

  it("is silent for every other kind, and under the Act of 2022", () => {
    const others = buildMap();
    for (const kind of ORGANISATION_KINDS) if (kind !== "icb") others.organisation(kind, kind);
    expect(findingsOf(rule, others)).toEqual([]);
    expect(findingsOf(rule, buildMap("england-2022").organisation("Board", "icb"))).toEqual([]);
  });

  it("offers to make it a clinical commissioning group", () => {
    const map = buildMap().organisation("Board", "icb");
    const finding = theFinding(rule, map);
    expect(fixLabels(finding)).toEqual(["Set its kind to clinical commissioning group"]);
    const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
    expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
    expect(after.elementById.get("Board")).toMatchObject({ kind: "ccg" });
  });
});
