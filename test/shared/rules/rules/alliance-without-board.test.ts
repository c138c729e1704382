import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { FORUM_KINDS } from "../../../../shared/model/forumTerms.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "alliance-without-board";

const alliance = (given: Partial<Contract> = {}) =>
  buildMap()
    .organisation("CCG", "ccg")
    .organisation("Trust", "nhs-trust")
    .organisation("Charity", "voluntary-organisation")
    .contract("Care", "alliance", given)
    .relate("commissions", "CCG", "Care")
    .relate("holds", "Trust", "Care")
    .relate("holds", "Charity", "Care");

describe(rule, () => {
  it("is an error about the contract", () => {
    const finding = theFinding(rule, alliance());
    expect(finding).toMatchObject({ severity: "error", basis: "guidance", subjects: ["Care"], facts: {} });
    expect(finding.message).toBe("“Care” is an alliance contract, but no alliance board governs it.");
  });

  it.each([
    [{ status: "proposed" }, "is proposed as an alliance contract", { status: "proposed" }],
    [{ proposed: true }, "is proposed as an alliance contract", { status: "proposed" }],
    [{ status: "in-procurement" }, "is in procurement as an alliance contract", { status: "in-procurement" }],
  ] as const)("says of one that nobody has signed that there is still time: %o", (given, words, facts) => {
    const finding = theFinding(rule, alliance(given));
    expect(finding.severity).toBe("error");
    expect(finding.message).toBe(
      `“Care” ${words}, but no alliance board governs it. That is to be settled before it is signed.`,
    );
    expect(finding.facts).toEqual(facts);
  });

  it.each(["awarded", "live"] as const)("does not say so of one that is %s", (status) => {
    const finding = theFinding(rule, alliance({ status, proposed: true }));
    expect(finding.message).toBe("“Care” is an alliance contract, but no alliance board governs it.");
    expect(finding.facts).toEqual({});
  });

  it.each(FORUM_KINDS)("is silent only where an alliance board governs it: %s", (kind) => {
    const map = alliance().forum("Board", kind).relate("governs", "Board", "Care", { proposed: true });
    expect(findingsOf(rule, map)).toHaveLength(kind === "alliance-board" ? 0 : 1);
  });

  it("names what governs it instead", () => {
    const map = alliance().forum("Group", "working-group").relate("governs", "Group", "Care");
    const finding = theFinding(rule, map);
    expect(finding.message).toBe(
      "“Care” is an alliance contract, but no alliance board governs it (Group, which governs it, is a working group).",
    );
    expect(finding.facts).toEqual({ governedBy: ["working-group"] });
    map.forum("Board", "programme-board").relate("governs", "Board", "Care");
    expect(theFinding(rule, map).message).toContain(
      "(Group and Board, which govern it, are boards of other kinds)",
    );
  });

  it("asks for one that governs this contract: to commission it, or to govern its holder, is not enough", () => {
    const map = alliance()
      .forum("Board", "alliance-board")
      .relate("commissions", "Board", "Care")
      .relate("governs", "Board", "Trust");
    expect(findingsOf(rule, map)).toHaveLength(1);
  });

  it("is silent for contracts of other kinds, and for alliances that have ended", () => {
    expect(findingsOf(rule, buildMap().contract("Care", "mcp-virtual"))).toEqual([]);
    expect(findingsOf(rule, alliance({ status: "terminated" }))).toEqual([]);
  });

  describe("its fixes", () => {
    it("propose a board of all parties that decides unanimously", () => {
      const map = alliance();
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose a board of CCG, Trust and Charity"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.elementById.get("new-1")).toMatchObject({
        kind: "alliance-board",
        name: "Alliance board: Care",
        decisionRule: "unanimous",
        proposed: true,
      });
      const members = after.map.relations.filter(({ type }) => type === "member");
      expect(members.map(({ from, to }) => [from, to])).toEqual([
        ["CCG", "new-1"],
        ["Trust", "new-1"],
        ["Charity", "new-1"],
      ]);
    });

    it("propose a board also where there are no parties yet", () => {
      const map = buildMap().contract("Care", "alliance", { name: " " });
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose an alliance board"]);
      const { remains, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect(remains).toBe(false);
      expect(after.elementById.get("new-1")).toMatchObject({ name: "Alliance board" });
    });

    it("propose an alliance board on which a holder sits, and to make one of the partnership board", () => {
      const map = alliance()
        .forum("Partners", "partnership-board")
        .forum("Board", "alliance-board")
        .forum("Elsewhere", "alliance-board")
        .relate("governs", "Partners", "Care")
        .relate("member", "Charity", "Board")
        .relate("member", "CCG", "Elsewhere");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual([
        "Propose to make Partners its alliance board",
        "Propose that Board governs it",
        "Propose a board of CCG, Trust and Charity",
      ]);
      for (const fix of finding.fixes) {
        const { remains, newErrors } = effectOfFix(map, finding, fix);
        expect({ fix: fix.label, remains, newErrors }).toEqual({
          fix: fix.label,
          remains: false,
          newErrors: [],
        });
      }
      const { after } = effectOfFix(map, finding, finding.fixes[0]);
      expect(after.elementById.get("Partners")).toMatchObject({ kind: "alliance-board", proposed: true });
    });
  });
});
