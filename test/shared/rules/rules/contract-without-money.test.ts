import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "contract-without-money";

function signed(contract: Partial<Contract> = {}, kind: Contract["kind"] = "prime-provider") {
  return buildMap()
    .organisation("CCG", "ccg")
    .organisation("Trust", "nhs-trust")
    .contract("Care", kind, { status: "live", ...contract })
    .relate("commissions", "CCG", "Care")
    .relate("holds", "Trust", "Care");
}

describe(rule, () => {
  it.each(["awarded", "live"] as const)("is a warning for a contract that is %s", (status) => {
    const finding = theFinding(rule, signed({ status }));
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "completeness",
      subjects: ["Care"],
      facts: { status },
    });
    expect(finding.message).toBe(
      `“Care” is ${status}, but neither its value nor any payment for it is on the map.`,
    );
  });

  describe("for a section 75 agreement", () => {
    const agreement = () => signed({}, "section-75-provision");

    it("says that the money may run through the pool that pays its holder, and names it", () => {
      const map = agreement()
        .fund("Pool", "pooled")
        .relate("pays", "Pool", "Trust")
        .fund("Programme", "programme")
        .relate("pays", "Programme", "Trust");
      const finding = theFinding(rule, map);
      expect(finding.message).toBe(
        "“Care” is live, but neither its value nor any payment for it is on the map. Its money may run through Pool: if so, draw a payment from there that names it, or accept this finding with that reason.",
      );
      expect(finding.facts).toEqual({ status: "live", pools: 1 });
    });

    it("says so too where no pool pays its holder", () => {
      const finding = theFinding(rule, agreement().fund("Pool", "pooled"));
      expect(finding.message).toBe(
        "“Care” is live, but neither its value nor any payment for it is on the map. Its money may run through a pool of its partners: if so, draw the pool, or accept this finding with that reason.",
      );
      expect(finding.facts).toEqual({ status: "live", pools: 0 });
    });
  });

  it.each(["proposed", "in-procurement", "terminated"] as const)("is silent while it is %s", (status) => {
    expect(findingsOf(rule, signed({ status }))).toEqual([]);
  });

  it("is silent where no status is stated", () => {
    expect(findingsOf(rule, buildMap().contract("Care", "other"))).toEqual([]);
  });

  it.each([{ annualValue: 0 }, { totalValue: 0 }])("is silent with a value, even of nothing: %o", (value) => {
    expect(findingsOf(rule, signed(value))).toEqual([]);
  });

  it("is silent where any payment names it, with or without an amount, whoever pays whom", () => {
    expect(findingsOf(rule, signed().relate("pays", "Trust", "CCG", { contract: "Care" }))).toEqual([]);
    expect(findingsOf(rule, signed().relate("pays", "CCG", "Trust"))).toHaveLength(1);
    const other = signed().contract("Other", "gms").relate("pays", "CCG", "Trust", { contract: "Other" });
    expect(findingsOf(rule, other)).toHaveLength(1);
  });

  it("does not take a line that the grammar does not allow for a payment", () => {
    const map = signed()
      .forum("Board", "alliance-board")
      .relate("pays", "Board", "Trust", { contract: "Care" });
    expect(findingsOf(rule, map)).toHaveLength(1);
  });

  it.each(["grant", "memorandum", "sub-contract", "gms", "framework"] as const)(
    "is silent for the kind %s",
    (kind) => {
      expect(findingsOf(rule, signed({}, kind))).toEqual([]);
    },
  );

  it("is silent for a contract under another", () => {
    const map = signed().contract("Head", "alliance").relate("under", "Care", "Head");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("makes one finding per contract", () => {
    const map = signed().contract("More", "other", { status: "awarded" });
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([["Care"], ["More"]]);
  });

  describe("its fixes", () => {
    it("draw a payment from who buys to who holds, without an amount", () => {
      const map = signed();
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that CCG pays Trust for it"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("new-1")).toEqual({
        id: "new-1",
        type: "pays",
        from: "CCG",
        to: "Trust",
        contract: "Care",
        proposed: true,
      });
    });

    it("pay the lead where there is one", () => {
      const map = signed()
        .organisation("Lead", "foundation-trust")
        .relate("holds", "Lead", "Care", { lead: true });
      expect(fixLabels(theFinding(rule, map))).toEqual(["Propose that CCG pays Lead for it"]);
    });

    it("leave it to the room who of several pays whom of several", () => {
      const map = signed()
        .organisation("Council", "local-authority")
        .organisation("Charity", "voluntary-organisation")
        .relate("commissions", "Council", "Care")
        .relate("holds", "Charity", "Care");
      expect(theFinding(rule, map).fixes).toEqual([]);
    });

    it("take what the holder is paid already, for nothing that anybody has named, where there is such", () => {
      const map = signed()
        .fund("Pool", "pooled")
        .organisation("Charity", "voluntary-organisation")
        .relate("pays", "CCG", "Trust", { annualAmount: 5 })
        .relate("pays", "Charity", "Trust")
        .relate("pays", "Pool", "Trust");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual([
        "State that what CCG pays Trust is for it",
        "State that what Pool pays Trust is for it",
      ]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("pays-1")).toMatchObject({ contract: "Care", annualAmount: 5 });
    });

    it("are not offered where nobody holds or buys it", () => {
      expect(theFinding(rule, buildMap().contract("Care", "other", { status: "live" })).fixes).toEqual([]);
    });
  });
});
