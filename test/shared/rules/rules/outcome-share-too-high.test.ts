import { describe, expect, it } from "vitest";
import { CONTRACT_STATUSES } from "../../../../shared/model/contractTerms.ts";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "outcome-share-too-high";
const map = (contract: Partial<Contract>, kind: Contract["kind"] = "prime-provider") =>
  buildMap().contract("Care", kind, contract);

describe(rule, () => {
  it("is a warning with the share on the map and the highest in the sources", () => {
    const finding = theFinding(rule, map({ outcomePercent: 20 }));
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "lesson",
      subjects: ["Care"],
      facts: { outcomePercent: 20 },
    });
    expect(finding.message).toBe(
      "20% of what “Care” pays depends on outcomes. The highest share in the published cases behind this rule is 15%.",
    );
  });

  it.each([
    [0, 0],
    [15, 0],
    [15.1, 1],
    [16, 1],
    [100, 1],
  ])("draws the line above 15%%: %d", (outcomePercent, findings) => {
    expect(findingsOf(rule, map({ outcomePercent }))).toHaveLength(findings);
  });

  it("is silent where no share is stated, also where all is paid by outcomes", () => {
    expect(findingsOf(rule, map({ payment: "outcome" }))).toEqual([]);
  });

  it("speaks of sub-contracts too", () => {
    expect(findingsOf(rule, map({ outcomePercent: 50 }, "sub-contract"))).toHaveLength(1);
  });

  it.each(CONTRACT_STATUSES)("speaks of any status, and mends only what is not let: %s", (status) => {
    const isOpen = status === "proposed" || status === "in-procurement";
    const finding = theFinding(rule, map({ outcomePercent: 50, status }));
    expect(fixLabels(finding)).toEqual(isOpen ? ["Propose 15% on outcomes"] : []);
  });

  it("is mended by a proposal of the highest share in the sources", () => {
    const wrong = map({ outcomePercent: 50 });
    const finding = theFinding(rule, wrong);
    const { remains, newErrors, after } = effectOfFix(wrong, finding, finding.fixes[0]);
    expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
    expect(after.elementById.get("Care")).toMatchObject({ outcomePercent: 15, proposed: true });
  });
});
