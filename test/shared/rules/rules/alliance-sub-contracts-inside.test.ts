import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "alliance-sub-contracts-inside";

/** An alliance of two trusts, a part of it, and a stranger. */
const alliance = (given: Partial<Contract> = {}, kind: Contract["kind"] = "alliance") =>
  buildMap()
    .organisation("CCG", "ccg")
    .organisation("Hospital", "nhs-trust")
    .organisation("Community", "nhs-trust")
    .organisation("Stranger", "care-provider")
    .contract("Alliance", kind, given)
    .contract("Part", "sub-contract")
    .relate("commissions", "CCG", "Alliance")
    .relate("holds", "Hospital", "Alliance")
    .relate("holds", "Community", "Alliance")
    .relate("under", "Part", "Alliance");

const inside = (given: Partial<Contract> = {}, kind?: Contract["kind"]) =>
  alliance(given, kind).relate("commissions", "Hospital", "Part").relate("holds", "Community", "Part");

describe(rule, () => {
  it("is a warning about the sub-contract and the alliance contract", () => {
    const finding = theFinding(rule, inside());
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "guidance",
      subjects: ["Part", "Alliance"],
    });
    expect(finding.message).toBe(
      "Under the alliance contract “Alliance”, Hospital buys “Part” from Community, though all of them are parties to the alliance.",
    );
  });

  it("is silent where a stranger buys or holds the part", () => {
    expect(
      findingsOf(rule, alliance().relate("commissions", "CCG", "Part").relate("holds", "Community", "Part")),
    ).toEqual([]);
    expect(
      findingsOf(
        rule,
        alliance().relate("commissions", "Hospital", "Part").relate("holds", "Stranger", "Part"),
      ),
    ).toEqual([]);
    expect(findingsOf(rule, alliance().relate("holds", "Community", "Part"))).toEqual([]);
  });

  it("asks for another holder: one that buys from itself is no sub-contract between parties", () => {
    const own = () =>
      alliance().relate("commissions", "Hospital", "Part").relate("holds", "Hospital", "Part");
    expect(findingsOf(rule, own())).toEqual([]);
    expect(findingsOf(rule, own().relate("holds", "Stranger", "Part"))).toEqual([]);
    expect(findingsOf(rule, own().relate("holds", "Community", "Part"))).toHaveLength(1);
    expect(findingsOf(rule, own().relate("commissions", "Community", "Part"))).toHaveLength(1);
  });

  it("counts a holder that buys as a full member of a joint committee", () => {
    const map = alliance()
      .forum("Committee", "joint-committee")
      .relate("member", "Hospital", "Committee")
      .relate("commissions", "Committee", "Part")
      .relate("holds", "Community", "Part");
    const finding = theFinding(rule, map);
    expect(finding.message).toContain("Hospital buys “Part” from Community");
    expect(finding.fixes).toEqual([]);
  });

  it("looks directly under alliance contracts only", () => {
    expect(findingsOf(rule, inside({}, "prime-provider"))).toEqual([]);
    const deeper = alliance()
      .contract("Deeper", "sub-contract")
      .relate("under", "Deeper", "Part")
      .relate("commissions", "Hospital", "Deeper")
      .relate("holds", "Community", "Deeper");
    expect(findingsOf(rule, deeper)).toEqual([]);
  });

  it("speaks of a part of any kind", () => {
    const map = alliance()
      .contract("Prime", "prime-provider")
      .relate("under", "Prime", "Alliance")
      .relate("commissions", "Community", "Prime")
      .relate("holds", "Hospital", "Prime");
    expect(theFinding(rule, map).subjects).toEqual(["Prime", "Alliance"]);
  });

  it("is silent where the alliance or the part has ended", () => {
    expect(findingsOf(rule, inside({ status: "terminated" }))).toEqual([]);
    const ended = alliance()
      .contract("Old", "sub-contract", { status: "terminated" })
      .relate("under", "Old", "Alliance")
      .relate("commissions", "Hospital", "Old")
      .relate("holds", "Community", "Old");
    expect(findingsOf(rule, ended)).toEqual([]);
  });

  it("makes one finding per part, with all the alliances that it is inside of", () => {
    const map = inside()
      .contract("Other", "alliance")
      .contract("Third", "alliance")
      .relate("under", "Part", "Third")
      .relate("under", "Part", "Other")
      .relate("holds", "Hospital", "Other")
      .relate("holds", "Community", "Other")
      .relate("holds", "Community", "Third");
    const finding = theFinding(rule, map);
    expect(finding.subjects).toEqual(["Part", "Alliance", "Other"]);
    expect(finding.message).toContain("Under the alliance contracts “Alliance” and “Other”,");
  });

  describe("its fix", () => {
    it("proposes that the commissioner of the alliance buys the part itself", () => {
      const map = inside();
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that CCG buys it instead"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      const commissions = after.map.relations.filter(
        ({ type, to }) => type === "commissions" && to === "Part",
      );
      expect(commissions).toMatchObject([{ from: "CCG", proposed: true }]);
    });

    it("does not draw a second line where the commissioner buys the part already", () => {
      const map = inside().relate("commissions", "CCG", "Part");
      const finding = theFinding(rule, map);
      const { remains, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect(remains).toBe(false);
      expect(after.map.relations.filter(({ to }) => to === "Part")).toHaveLength(2);
    });

    it("leaves the lead with whoever buys instead of the one that led", () => {
      const map = alliance()
        .relate("commissions", "Hospital", "Part", { lead: true })
        .relate("holds", "Community", "Part");
      const finding = theFinding(rule, map);
      const { after } = effectOfFix(map, finding, finding.fixes[0]);
      const commissions = after.map.relations.filter(
        ({ type, to }) => type === "commissions" && to === "Part",
      );
      expect(commissions).toMatchObject([{ from: "CCG", lead: true, proposed: true }]);
    });

    it("is not offered where every commissioner of the alliance is a party that holds it", () => {
      const map = inside()
        .organisation("Council", "local-authority")
        .relate("holds", "CCG", "Alliance")
        .relate("holds", "Council", "Alliance")
        .relate("commissions", "Council", "Alliance");
      expect(theFinding(rule, map).fixes).toEqual([]);
    });
  });
});
