import { describe, expect, it } from "vitest";
import { FORUM_KINDS } from "../../../../shared/model/forumTerms.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "committees-in-common-decide-alone";

function inCommon() {
  return buildMap()
    .organisation("B", "ccg")
    .organisation("A", "ccg")
    .forum("Committees", "committees-in-common")
    .contract("Care", "prime-provider")
    .relate("member", "A", "Committees")
    .relate("member", "B", "Committees")
    .relate("commissions", "Committees", "Care");
}

describe(rule, () => {
  it("is an error in law where committees in common commission a contract", () => {
    const finding = theFinding(rule, inCommon());
    expect(finding).toMatchObject({ severity: "error", basis: "law", subjects: ["Committees", "Care"] });
    expect(finding.message).toBe(
      "“Care” is drawn as commissioned by Committees. Each committee can decide only for the body that it belongs to (here B and A), so a decision by all of them as one may breach the law.",
    );
  });

  it("says so too where no member is drawn", () => {
    const map = buildMap()
      .forum("Committees", "committees-in-common")
      .contract("Care", "gms")
      .relate("commissions", "Committees", "Care");
    expect(theFinding(rule, map).message).toContain("only for the body that it belongs to, so");
    expect(theFinding(rule, map).fixes).toEqual([]);
  });

  it.each(FORUM_KINDS.filter((kind) => kind !== "committees-in-common"))("is silent for a %s", (kind) => {
    const map = buildMap()
      .forum("Forum", kind)
      .contract("Care", "prime-provider")
      .relate("commissions", "Forum", "Care");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("makes one finding per contract, whatever its kind, and none for one that has ended", () => {
    const map = inCommon()
      .contract("Support", "sub-contract")
      .contract("Old", "prime-provider", { status: "terminated" })
      .relate("commissions", "Committees", "Support")
      .relate("commissions", "Committees", "Support")
      .relate("commissions", "Committees", "Old");
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([
      ["Committees", "Care"],
      ["Committees", "Support"],
    ]);
  });

  it("is silent where it only governs", () => {
    const map = buildMap()
      .forum("Committees", "committees-in-common")
      .contract("Care", "prime-provider")
      .relate("governs", "Committees", "Care");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("can be mended: its members buy instead, each once", () => {
    const map = inCommon().relate("commissions", "A", "Care", { lead: true });
    const finding = theFinding(rule, map);
    expect(fixLabels(finding)).toEqual(["Propose that B and A buy it instead"]);
    const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
    expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
    const buying = after.map.relations.filter(({ type }) => type === "commissions");
    expect(buying).toMatchObject([
      { id: "commissions-2", from: "A", lead: true },
      { from: "B", to: "Care", proposed: true },
    ]);
  });
});
