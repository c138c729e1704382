import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "term-too-long";
const map = (contract: Partial<Contract>, kind: Contract["kind"] = "prime-provider") =>
  buildMap().contract("Care", kind, contract);

describe(rule, () => {
  it("is a warning with the term", () => {
    const finding = theFinding(rule, map({ termMonths: 240 }));
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "lesson",
      subjects: ["Care"],
      facts: { termMonths: 240 },
    });
    expect(finding.message).toBe(
      "“Care” runs for 20 years. No contract in the published cases behind this rule was planned for more than 15 years.",
    );
  });

  it.each([
    [1, 0],
    [180, 0],
    [181, 1],
    [9_000_000_000_000_000, 1],
  ])("draws the line above fifteen years: %i months", (termMonths, findings) => {
    expect(findingsOf(rule, map({ termMonths }))).toHaveLength(findings);
  });

  it("is silent where no term is stated, and does not count a possible extension", () => {
    expect(findingsOf(rule, map({}))).toEqual([]);
    expect(findingsOf(rule, map({ termMonths: 120, extensionMonths: 120 }))).toEqual([]);
  });

  it("speaks of any contract, capitated or not, also under another and ended", () => {
    const under = map({ termMonths: 181, payment: "block", status: "terminated" }, "sub-contract")
      .contract("Head", "prime-contractor")
      .relate("under", "Care", "Head");
    expect(findingsOf(rule, under)).toHaveLength(1);
  });

  it("is mended by a proposal of fifteen years, while the contract is not let and its price stays", () => {
    const wrong = map({ termMonths: 240 });
    const finding = theFinding(rule, wrong);
    expect(fixLabels(finding)).toEqual(["Propose a term of 15 years"]);
    const { remains, newErrors, after } = effectOfFix(wrong, finding, finding.fixes[0]);
    expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
    expect(after.elementById.get("Care")).toMatchObject({ termMonths: 180, proposed: true });
    expect(theFinding(rule, map({ termMonths: 240, status: "awarded" })).fixes).toEqual([]);
    expect(theFinding(rule, map({ termMonths: 240, totalValue: 1 })).fixes).toEqual([]);
  });
});
