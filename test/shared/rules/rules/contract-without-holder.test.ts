import { describe, expect, it } from "vitest";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "contract-without-holder";

describe(rule, () => {
  it.each(["awarded", "live"] as const)("is a warning where the contract is %s", (status) => {
    const finding = theFinding(rule, buildMap().contract("Care", "sub-contract", { status }));
    expect(finding).toMatchObject({ severity: "warning", basis: "completeness", subjects: ["Care"] });
    expect(finding.message).toBe(`“Care”, which is ${status}, is held by nobody on this map.`);
  });

  it.each(["proposed", "in-procurement", "terminated", undefined] as const)(
    "is info where the status is %s",
    (status) => {
      const finding = theFinding(rule, buildMap().contract("", "alliance", status ? { status } : {}));
      expect(finding.severity).toBe("info");
      expect(finding.message).toMatch(/^An unnamed contract/);
    },
  );

  it.each(["gms", "pms", "apms"] as const)("is always info for a %s contract", (kind) => {
    expect(theFinding(rule, buildMap().contract("Core", kind, { status: "awarded" })).severity).toBe("info");
  });

  it("is silent for a memorandum, and where somebody holds it", () => {
    expect(findingsOf(rule, buildMap().contract("Memorandum", "memorandum"))).toEqual([]);
    const held = () => buildMap().contract("Care", "nhs-standard").organisation("Trust", "nhs-trust");
    expect(findingsOf(rule, held().relate("holds", "Trust", "Care"))).toEqual([]);
    expect(findingsOf(rule, held().relate("commissions", "Trust", "Care"))).toHaveLength(1);
    expect(
      findingsOf(rule, held().forum("Board", "alliance-board").relate("holds", "Board", "Care")),
    ).toHaveLength(1);
  });

  describe("its fix", () => {
    const paid = (kind: "nhs-trust" | "alliance" | "joint-venture" | "gp-practice" | "ccg") =>
      buildMap()
        .organisation("CCG", "ccg")
        .organisation("Paid", kind)
        .contract("Care", "nhs-standard")
        .relate("commissions", "CCG", "Care")
        .relate("pays", "CCG", "Paid", { contract: "Care" });

    it("proposes the provider that is paid for it", () => {
      const finding = theFinding(rule, paid("nhs-trust"));
      expect(fixLabels(finding)).toEqual(["Propose that Paid holds it"]);
      const { remains, newErrors, after } = effectOfFix(paid("nhs-trust"), finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("new-1")).toMatchObject({ type: "holds", from: "Paid", proposed: true });
    });

    it.each(["alliance", "joint-venture", "gp-practice", "ccg"] as const)("does not propose a %s", (kind) => {
      expect(fixLabels(theFinding(rule, paid(kind)))).toEqual([]);
    });
  });
});
