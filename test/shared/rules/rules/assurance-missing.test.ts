import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "assurance-missing";

function novel(contract: Partial<Contract> = {}, kind: Contract["kind"] = "prime-provider") {
  return buildMap().asOf("2016-11-01").contract("Care", kind, contract);
}
const missingOf = (contract: Partial<Contract>) =>
  findingsOf(rule, novel(contract)).map(({ facts }) => facts.missing);

describe(rule, () => {
  it.each([
    ["in-procurement", ["early-engagement", "checkpoint-1"]],
    ["awarded", ["early-engagement", "checkpoint-1", "checkpoint-2"]],
    ["live", ["early-engagement", "checkpoint-1", "checkpoint-2", "checkpoint-3"]],
  ] as const)("asks of a contract that is %s for %s", (status, steps) => {
    expect(missingOf({ status })).toEqual([steps]);
    expect(missingOf({ status, assurance: [] })).toEqual([steps]);
    expect(missingOf({ status, assurance: steps })).toEqual([]);
    for (const step of steps)
      expect(missingOf({ status, assurance: steps.filter((one) => one !== step) })).toEqual([[step]]);
  });

  it("says which are not recorded, and no more than that", () => {
    const finding = theFinding(rule, novel({ status: "in-procurement" }));
    expect(finding).toMatchObject({ severity: "warning", basis: "guidance", subjects: ["Care"] });
    expect(finding.message).toBe(
      "“Care”, a prime provider contract, is in procurement, but of the integrated support and assurance process early engagement and checkpoint 1 are not recorded.",
    );
    const one = theFinding(
      rule,
      novel({ status: "awarded", assurance: ["early-engagement", "checkpoint-1"] }),
    );
    expect(one.message).toMatch(/process checkpoint 2 is not recorded\.$/);
    expect(one.facts).toEqual({ kind: "prime-provider", status: "awarded", missing: ["checkpoint-2"] });
    expect(one.fixes).toEqual([]);
  });

  it.each(["proposed", "terminated"] as const)("is silent while a contract is %s", (status) => {
    expect(missingOf({ status })).toEqual([]);
  });

  it("is silent where no status is stated", () => {
    expect(missingOf({})).toEqual([]);
  });

  it.each([
    "prime-contractor",
    "prime-provider",
    "alliance",
    "mcp-virtual",
    "mcp-partially-integrated",
    "mcp-fully-integrated",
    "integrated-health-organisation",
  ] as const)("takes the kind %s for novel", (kind) => {
    expect(findingsOf(rule, novel({ status: "live" }, kind))).toHaveLength(1);
  });

  it.each(["nhs-standard", "other", "section-75-provision", "grant"] as const)(
    "takes the kind %s for novel only if it is capitated",
    (kind) => {
      expect(findingsOf(rule, novel({ status: "live", payment: "block" }, kind))).toEqual([]);
      const finding = theFinding(rule, novel({ status: "live", payment: "capitation" }, kind));
      expect(finding.message).toContain("a capitated contract, is live");
    },
  );

  it.each(["sub-contract", "gms", "framework", "memorandum"] as const)("is silent for a %s", (kind) => {
    expect(findingsOf(rule, novel({ status: "live", payment: "capitation" }, kind))).toEqual([]);
  });

  it("is silent for a contract under another", () => {
    const map = novel({ status: "live" }).contract("Head", "nhs-standard").relate("under", "Care", "Head");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("counts from 1 November 2016: by its start, else by the day of the map", () => {
    expect(missingOf({ status: "live", start: "2016-10-31" })).toEqual([]);
    expect(missingOf({ status: "live", start: "2016-11-01" })).toHaveLength(1);
    const contract = { status: "live" } as const;
    expect(findingsOf(rule, buildMap().asOf("2016-10-31").contract("Care", "alliance", contract))).toEqual(
      [],
    );
    expect(findingsOf(rule, buildMap().contract("Care", "alliance", contract))).toEqual([]);
  });

  it("is silent under the Act of 2022", () => {
    const map = buildMap("england-2022").asOf("2024-01-01").contract("Care", "alliance", { status: "live" });
    expect(findingsOf(rule, map)).toEqual([]);
  });
});
