import { describe, expect, it } from "vitest";
import type { Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "shares-not-100";

function owned(
  shares: readonly (number | undefined)[],
  kind: Organisation["kind"] = "joint-venture",
  given: Partial<Organisation> = {},
) {
  const map = buildMap().organisation("Vehicle", kind, given);
  for (const [index, percent] of shares.entries())
    map
      .organisation(`Parent ${index + 1}`, "nhs-trust")
      .relate("owns", `Parent ${index + 1}`, "Vehicle", percent === undefined ? {} : { percent });
  return map;
}
const fires = (...shares: readonly (number | undefined)[]) => findingsOf(rule, owned(shares)).length === 1;

describe(rule, () => {
  it("is an error where the shares of a vehicle do not add up to 100%", () => {
    const finding = theFinding(rule, owned([50, 40]));
    expect(finding).toMatchObject({
      severity: "error",
      basis: "completeness",
      subjects: ["Vehicle"],
      facts: { percent: 90 },
    });
    expect(finding.message).toBe(
      "Parent 1 and Parent 2 are drawn as owning 90% of Vehicle between them, not 100%.",
    );
    expect(finding.fixes).toEqual([]);
  });

  it("says it of a single owner", () => {
    expect(theFinding(rule, owned([33.3])).message).toBe(
      "Parent 1 is drawn as the only owner of Vehicle, with a share of 33.3%.",
    );
  });

  it("allows half a per cent either way", () => {
    expect(fires(99.5)).toBe(false);
    expect(fires(99.49)).toBe(true);
    expect(fires(50, 50.5)).toBe(false);
    expect(fires(50, 50.51)).toBe(true);
    expect(fires(33.3, 33.3, 33.3)).toBe(false);
    // 33.2 + 33.2 + 33.1 is 99.5, not a little less.
    expect(fires(33.2, 33.2, 33.1)).toBe(false);
    expect(fires(0.1, 0.2, 99.2)).toBe(false);
    expect(fires(0, 0)).toBe(true);
  });

  it("is silent where a share is not stated, and without owners", () => {
    expect(fires(50, undefined)).toBe(false);
    expect(fires()).toBe(false);
  });

  it("adds up every line of one owner", () => {
    const map = owned([60]).relate("owns", "Parent 1", "Vehicle", { percent: 40 });
    expect(findingsOf(rule, map)).toEqual([]);
    map.relate("owns", "Parent 1", "Vehicle", { percent: 10 });
    expect(theFinding(rule, map).facts).toEqual({ percent: 110 });
  });

  it("looks at vehicles: joint ventures, and companies with a parent", () => {
    expect(findingsOf(rule, owned([60], "nhs-trust"))).toEqual([]);
    expect(findingsOf(rule, owned([60], "gp-federation", { legalForm: "charity" }))).toEqual([]);
    for (const legalForm of [
      "llp",
      "limited-by-shares",
      "limited-by-guarantee",
      "community-interest-company",
    ] as const)
      expect(findingsOf(rule, owned([60], "other", { legalForm }))).toHaveLength(1);
  });
});
