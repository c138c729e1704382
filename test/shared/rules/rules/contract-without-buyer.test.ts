import { describe, expect, it } from "vitest";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "contract-without-buyer";

describe(rule, () => {
  it.each(["awarded", "live"] as const)("is a warning where the contract is %s", (status) => {
    const finding = theFinding(rule, buildMap().contract("Care", "sub-contract", { status }));
    expect(finding).toMatchObject({ severity: "warning", basis: "completeness", subjects: ["Care"] });
    expect(finding.message).toBe(`“Care”, which is ${status}, is commissioned by nobody on this map.`);
    expect(finding.facts).toEqual({ status });
  });

  it.each(["proposed", "in-procurement", "terminated", undefined] as const)(
    "is info where the status is %s",
    (status) => {
      const finding = theFinding(rule, buildMap().contract("Care", "alliance", status ? { status } : {}));
      expect(finding.severity).toBe("info");
    },
  );

  it.each(["gms", "pms", "apms"] as const)("is always info for a %s contract", (kind) => {
    expect(theFinding(rule, buildMap().contract("Core", kind, { status: "live" })).severity).toBe("info");
  });

  it("is silent for a memorandum", () => {
    expect(findingsOf(rule, buildMap().contract("Memorandum", "memorandum", { status: "live" }))).toEqual([]);
  });

  it("is silent where an organisation or a forum commissions it, but not where a place is drawn to", () => {
    const bought = () => buildMap().contract("Care", "nhs-standard").organisation("CCG", "ccg");
    expect(findingsOf(rule, bought().relate("commissions", "CCG", "Care"))).toEqual([]);
    const forum = bought().forum("Committee", "joint-committee").relate("commissions", "Committee", "Care");
    expect(findingsOf(rule, forum)).toEqual([]);
    expect(findingsOf(rule, bought().relate("commissions", "Care", "CCG"))).toHaveLength(1);
    expect(findingsOf(rule, bought().place("Town").relate("commissions", "Town", "Care"))).toHaveLength(1);
    expect(findingsOf(rule, bought().relate("holds", "CCG", "Care"))).toHaveLength(1);
  });

  describe("its fix", () => {
    it("proposes the only commissioner on the map, or those who pay its holder", () => {
      const map = buildMap()
        .organisation("A", "ccg")
        .organisation("Trust", "nhs-trust")
        .contract("Care", "nhs-standard", { services: ["acute"] })
        .relate("holds", "Trust", "Care");
      expect(fixLabels(theFinding(rule, map))).toEqual(["Propose that A commissions it"]);
      map.organisation("B", "ccg");
      expect(fixLabels(theFinding(rule, map))).toEqual([]);
      map.relate("pays", "B", "Trust");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that B commissions it"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("new-1")).toMatchObject({
        type: "commissions",
        from: "B",
        proposed: true,
      });
    });

    it("proposes that who holds the contract above lets the one under it", () => {
      const map = buildMap()
        .organisation("A", "ccg")
        .organisation("Prime", "nhs-trust")
        .contract("Head", "prime-provider")
        .contract("Sub", "sub-contract")
        .relate("commissions", "A", "Head")
        .relate("holds", "Prime", "Head")
        .relate("under", "Sub", "Head");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that Prime commissions it"]);
      const { remains, newErrors } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
    });

    it("is not offered for a contract that has ended", () => {
      const map = buildMap()
        .organisation("A", "ccg")
        .contract("Care", "nhs-standard", { status: "terminated" });
      expect(fixLabels(theFinding(rule, map))).toEqual([]);
    });
  });
});
