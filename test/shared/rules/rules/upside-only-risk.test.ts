import { describe, expect, it } from "vitest";
import { CONTRACT_KINDS, CONTRACT_STATUSES } from "../../../../shared/model/contractTerms.ts";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "upside-only-risk";
const map = (contract: Partial<Contract> = {}, kind: Contract["kind"] = "prime-provider") =>
  buildMap().contract("Care", kind, { riskShare: "upside", ...contract });

describe(rule, () => {
  it("tells who shares in savings but not in losses", () => {
    const held = map()
      .organisation("Trust", "nhs-trust")
      .organisation("Charity", "voluntary-organisation")
      .relate("holds", "Trust", "Care")
      .relate("holds", "Charity", "Care");
    const finding = theFinding(rule, held);
    expect(finding).toMatchObject({
      severity: "info",
      basis: "lesson",
      subjects: ["Care"],
      facts: { riskShare: "upside" },
    });
    expect(finding.message).toBe(
      "The risk share of “Care” is upside only: Trust and Charity may share in savings but not in losses, so little risk moves.",
    );
    expect(theFinding(rule, map()).message).toContain("whoever holds it may share in savings");
  });

  it.each(["none", "two-sided"] as const)("is silent where the risk share is %s", (riskShare) => {
    expect(findingsOf(rule, map({ riskShare }))).toEqual([]);
  });

  it("is silent where no risk share is stated", () => {
    expect(findingsOf(rule, buildMap().contract("Care", "prime-provider", { status: "live" }))).toEqual([]);
  });

  it.each(CONTRACT_KINDS)("speaks of any kind of contract: %s", (kind) => {
    expect(findingsOf(rule, map({}, kind))).toHaveLength(1);
  });

  it.each(CONTRACT_STATUSES)("speaks of any status: %s", (status) => {
    const isOpen = status === "proposed" || status === "in-procurement";
    const finding = theFinding(rule, map({ status }));
    expect(fixLabels(finding)).toEqual(isOpen ? ["Propose a two-sided risk share"] : []);
  });

  it("can be mended, as a proposal, while the contract is not let", () => {
    const finding = theFinding(rule, map());
    const { remains, newErrors, after } = effectOfFix(map(), finding, finding.fixes[0]);
    expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
    expect(after.elementById.get("Care")).toMatchObject({ riskShare: "two-sided", proposed: true });
  });
});
