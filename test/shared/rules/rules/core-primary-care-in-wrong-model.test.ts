import { describe, expect, it } from "vitest";
import { CONTRACT_KINDS } from "../../../../shared/model/contractTerms.ts";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "core-primary-care-in-wrong-model";
const wrongModels = ["mcp-virtual", "mcp-partially-integrated"] as const;
const otherKinds = CONTRACT_KINDS.filter(
  (kind) => kind !== "mcp-virtual" && kind !== "mcp-partially-integrated",
);

function contract(kind: Contract["kind"], given: Partial<Contract> = {}) {
  return buildMap().contract("Care", kind, { services: ["core-primary-care", "community"], ...given });
}

describe(rule, () => {
  it.each(wrongModels)("is an error against guidance for the kind %s", (kind) => {
    expect(theFinding(rule, contract(kind))).toMatchObject({
      severity: "error",
      basis: "guidance",
      subjects: ["Care"],
      facts: { kind },
    });
  });

  it("says what is wrong on this map", () => {
    expect(theFinding(rule, contract("mcp-virtual")).message).toBe(
      "“Care”, a virtual MCP contract, covers core primary care. Only the fully integrated model does: in this one practices keep their own core contracts.",
    );
  });

  it.each(otherKinds)("is silent for the kind %s", (kind) => {
    expect(findingsOf(rule, contract(kind))).toEqual([]);
  });

  it("is silent where core care is not in scope or no scope is stated, and once it has ended", () => {
    expect(findingsOf(rule, contract("mcp-virtual", { services: ["enhanced-primary-care"] }))).toEqual([]);
    expect(findingsOf(rule, buildMap().contract("Care", "mcp-virtual"))).toEqual([]);
    expect(findingsOf(rule, contract("mcp-virtual", { status: "terminated" }))).toEqual([]);
  });

  it("speaks of a contract under another too", () => {
    const map = contract("mcp-virtual").contract("Head", "prime-provider").relate("under", "Care", "Head");
    expect(findingsOf(rule, map)).toHaveLength(1);
  });

  it("offers to leave core care out, or the fully integrated model, until the contract is let", () => {
    for (const kind of wrongModels) {
      const map = contract(kind);
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual([
        "Propose to leave core primary care out of it",
        "Propose the fully integrated model",
      ]);
      const [leaveOut, integrate] = finding.fixes.map((fix) => effectOfFix(map, finding, fix));
      for (const effect of [leaveOut, integrate])
        expect(effect).toMatchObject({ remains: false, newErrors: [] });
      expect(leaveOut?.after.elementById.get("Care")).toMatchObject({ kind, services: ["community"] });
      expect(integrate?.after.elementById.get("Care")).toMatchObject({
        kind: "mcp-fully-integrated",
        services: ["core-primary-care", "community"],
        proposed: true,
      });
    }
    expect(theFinding(rule, contract("mcp-virtual", { status: "live" })).fixes).toEqual([]);
  });
});
