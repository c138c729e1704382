import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "core-primary-care-without-return-right";

function contract(given: Partial<Contract> = {}, kind: Contract["kind"] = "mcp-fully-integrated") {
  return buildMap().contract("Care", kind, { services: ["core-primary-care"], ...given });
}

describe(rule, () => {
  it("is a warning where practices may not return", () => {
    const finding = theFinding(rule, contract({ returnRight: false }));
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "guidance",
      subjects: ["Care"],
      facts: { returnRight: false },
    });
    expect(finding.message).toBe(
      "“Care” covers core primary care, and gives practices no right to return to their core contract when it ends.",
    );
  });

  it("is worth a look where it is not stated", () => {
    const finding = theFinding(rule, contract());
    expect(finding).toMatchObject({
      severity: "info",
      basis: "guidance",
      subjects: ["Care"],
      facts: { returnRight: null },
    });
    expect(finding.message).toBe(
      "“Care” covers core primary care, and it is not stated whether practices may return to their core contract when it ends.",
    );
  });

  it("is silent where practices may return", () => {
    expect(findingsOf(rule, contract({ returnRight: true }))).toEqual([]);
  });

  it("is silent where core care is not in scope, or no scope is stated", () => {
    expect(findingsOf(rule, contract({ returnRight: false, services: ["enhanced-primary-care"] }))).toEqual(
      [],
    );
    expect(
      findingsOf(rule, buildMap().contract("Care", "mcp-fully-integrated", { returnRight: false })),
    ).toEqual([]);
  });

  it.each(["gms", "pms", "apms", "sub-contract", "memorandum", "framework"] as const)(
    "is silent for a %s, which is no head contract",
    (kind) => {
      expect(findingsOf(rule, contract({}, kind))).toEqual([]);
    },
  );

  it("is silent for a contract under another, and for one that has ended", () => {
    const under = contract().contract("Head", "prime-provider").relate("under", "Care", "Head");
    expect(findingsOf(rule, under)).toEqual([]);
    expect(findingsOf(rule, contract({ returnRight: false, status: "terminated" }))).toEqual([]);
  });

  it("proposes the right until the contract is let", () => {
    for (const given of [{}, { returnRight: false, status: "in-procurement" }] as const) {
      const map = contract(given);
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose a right to return"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.elementById.get("Care")).toMatchObject({ returnRight: true, proposed: true });
    }
    expect(theFinding(rule, contract({ status: "live" })).fixes).toEqual([]);
  });
});
