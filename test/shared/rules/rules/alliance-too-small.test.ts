import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "alliance-too-small";

function allianceOf(holders: number, given: Partial<Contract> = {}) {
  const map = buildMap()
    .organisation("CCG", "ccg")
    .contract("Care", "alliance", given)
    .forum("Board", "alliance-board", { decisionRule: "unanimous" })
    .relate("commissions", "CCG", "Care")
    .relate("governs", "Board", "Care");
  for (let index = 1; index <= holders; index++) {
    map.organisation(`Trust ${index}`, "nhs-trust").relate("holds", `Trust ${index}`, "Care");
  }
  return map;
}

describe(rule, () => {
  it.each([
    [0, ["Care"], "nobody on this map holds it"],
    [1, ["Care", "Trust 1"], "only Trust 1 holds it"],
  ] as const)("is an error with %i holders", (holders, subjects, words) => {
    const finding = theFinding(rule, allianceOf(holders));
    expect(finding).toMatchObject({ severity: "error", basis: "guidance", subjects, facts: { holders } });
    expect(finding.message).toBe(
      `“Care” is an alliance contract, but ${words}. An alliance takes at least two providers that sign together.`,
    );
  });

  it.each([
    [{ status: "proposed" }, "is proposed as an alliance contract", { status: "proposed" }],
    [{ proposed: true }, "is proposed as an alliance contract", { status: "proposed" }],
    [{ status: "in-procurement" }, "is in procurement as an alliance contract", { status: "in-procurement" }],
  ] as const)("says of one that nobody has signed that there is still time: %o", (given, words, facts) => {
    const finding = theFinding(rule, allianceOf(1, given));
    expect(finding.severity).toBe("error");
    expect(finding.message).toBe(
      `“Care” ${words}, but only Trust 1 holds it. An alliance takes at least two providers that sign together; who they are is to be settled before it is signed.`,
    );
    expect(finding.facts).toEqual({ holders: 1, ...facts });
  });

  it.each(["awarded", "live"] as const)("does not say so of one that is %s", (status) => {
    const finding = theFinding(rule, allianceOf(1, { status, proposed: true }));
    expect(finding.message).not.toContain("settled");
    expect(finding.facts).toEqual({ holders: 1 });
  });

  it("is silent with two, also where one is proposed", () => {
    expect(findingsOf(rule, allianceOf(2))).toEqual([]);
    const proposed = allianceOf(1)
      .organisation("Charity", "voluntary-organisation")
      .relate("holds", "Charity", "Care", { proposed: true });
    expect(findingsOf(rule, proposed)).toEqual([]);
  });

  it("counts organisations and not lines, and no line that means nothing", () => {
    const map = allianceOf(1)
      .fund("Fund", "programme")
      .relate("holds", "Trust 1", "Care")
      .relate("holds", "Fund", "Care");
    expect(theFinding(rule, map).subjects).toEqual(["Care", "Trust 1"]);
  });

  it("is silent for contracts of other kinds, and for alliances that have ended", () => {
    expect(findingsOf(rule, buildMap().contract("Care", "mcp-virtual"))).toEqual([]);
    expect(findingsOf(rule, allianceOf(1, { status: "terminated" }))).toEqual([]);
  });

  describe("its fix", () => {
    const withMember = (kind: Organisation["kind"], given: Partial<Organisation> = {}) =>
      allianceOf(1).organisation("Member", kind, given).relate("member", "Member", "Board");

    it("proposes that the providers on its board hold it too", () => {
      const map = withMember("voluntary-organisation").relate("member", "Trust 1", "Board");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that Member holds it too"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("new-1")).toMatchObject({
        type: "holds",
        from: "Member",
        proposed: true,
      });
    });

    it("needs two where nobody holds it yet", () => {
      const map = allianceOf(0).organisation("A", "nhs-trust").relate("member", "A", "Board");
      expect(theFinding(rule, map).fixes).toEqual([]);
      map.organisation("B", "care-provider").relate("member", "B", "Board");
      expect(fixLabels(theFinding(rule, map))).toEqual(["Propose that A and B hold it"]);
    });

    it("leaves out those who could not sign, or would bring a fault of their own", () => {
      expect(theFinding(rule, allianceOf(1)).fixes).toEqual([]);
      expect(theFinding(rule, withMember("primary-care-network")).fixes).toEqual([]);
      expect(theFinding(rule, withMember("joint-venture")).fixes).toEqual([]);
      expect(theFinding(rule, withMember("local-authority")).fixes).toEqual([]);
      const associate = allianceOf(1)
        .organisation("Member", "care-provider")
        .relate("member", "Member", "Board", { standing: "associate" });
      expect(theFinding(rule, associate).fixes).toEqual([]);
      const core = allianceOf(1, { services: ["core-primary-care"] })
        .organisation("Member", "gp-practice")
        .relate("member", "Member", "Board");
      expect(theFinding(rule, core).fixes).toEqual([]);
    });
  });
});
