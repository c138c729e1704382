import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "term-too-short";
const map = (contract: Partial<Contract>, kind: Contract["kind"] = "prime-provider") =>
  buildMap().contract("Care", kind, { payment: "capitation", ...contract });

describe(rule, () => {
  it.each([
    [1, "warning", "1 month"],
    [35, "warning", "35 months"],
    [36, "info", "3 years"],
    [59, "info", "59 months"],
  ] as const)("%i months of a capitated contract: %s", (termMonths, severity, words) => {
    const finding = theFinding(rule, map({ termMonths }));
    expect(finding).toMatchObject({ severity, basis: "lesson", subjects: ["Care"], facts: { termMonths } });
    expect(finding.message).toBe(
      `“Care”, a capitated contract, runs for ${words}. The published cases behind this rule point to at least 5 years.`,
    );
  });

  it.each([60, 61, 240])("is silent from five years on: %i months", (termMonths) => {
    expect(findingsOf(rule, map({ termMonths }))).toEqual([]);
  });

  it("does not count a possible extension, but tells of it", () => {
    const finding = theFinding(rule, map({ termMonths: 24, extensionMonths: 60 }));
    expect(finding.severity).toBe("warning");
    expect(finding.message).toContain("runs for 2 years, with a possible extension of 5 years.");
    expect(finding.facts).toEqual({ termMonths: 24, extensionMonths: 60 });
    expect(theFinding(rule, map({ termMonths: 24, extensionMonths: 0 })).facts).toEqual({ termMonths: 24 });
  });

  it("is silent where no term is stated", () => {
    expect(findingsOf(rule, map({}))).toEqual([]);
  });

  it.each(["mcp-partially-integrated", "mcp-fully-integrated", "integrated-health-organisation"] as const)(
    "takes a %s for capitated",
    (kind) => {
      expect(findingsOf(rule, map({ termMonths: 12, payment: "block" }, kind))).toHaveLength(1);
    },
  );

  it("is silent for contracts that are not capitated, or no head contracts", () => {
    expect(findingsOf(rule, map({ termMonths: 12, payment: "block" }))).toEqual([]);
    expect(findingsOf(rule, map({ termMonths: 12 }, "gms"))).toEqual([]);
    const under = map({ termMonths: 12 })
      .contract("Head", "prime-contractor")
      .relate("under", "Care", "Head");
    expect(findingsOf(rule, under)).toEqual([]);
  });

  it("speaks of a contract that has ended: what it taught stays visible", () => {
    expect(findingsOf(rule, map({ termMonths: 12, status: "terminated" }))).toHaveLength(1);
  });

  describe("its fix", () => {
    it.each([{}, { annualValue: 10, totalValue: 20 }])("proposes five years: %o", (worth) => {
      const wrong = map({ termMonths: 24, status: "in-procurement", ...worth });
      const finding = theFinding(rule, wrong);
      expect(fixLabels(finding)).toEqual(["Propose a term of 5 years"]);
      const { remains, newErrors, after } = effectOfFix(wrong, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.elementById.get("Care")).toMatchObject({ termMonths: 60, proposed: true });
    });

    it.each([{ status: "live" }, { totalValue: 20 }, { annualValue: 10 }] as const)(
      "is not offered once the contract is let, or where the term decides what it is worth: %o",
      (given) => {
        expect(theFinding(rule, map({ termMonths: 24, ...given })).fixes).toEqual([]);
      },
    );
  });
});
