import { describe, expect, it } from "vitest";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

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
});
