import { describe, expect, it } from "vitest";
import type { Contract, Forum } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "joint-commissioning-without-forum";

function bought(kind: Contract["kind"] = "prime-provider", contract: Partial<Contract> = {}) {
  return buildMap()
    .organisation("Council", "local-authority")
    .organisation("CCG", "ccg")
    .contract("Care", kind, contract)
    .relate("commissions", "CCG", "Care")
    .relate("commissions", "Council", "Care");
}

function withForum(kind: Forum["kind"], standing?: "full" | "associate") {
  return bought()
    .forum("Forum", kind)
    .relate("member", "CCG", "Forum")
    .relate("member", "Council", "Forum", standing ? { standing } : {});
}

describe(rule, () => {
  it("is a warning where two commissioners buy together and nothing says how they decide", () => {
    const finding = theFinding(rule, bought());
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "guidance",
      subjects: ["Care", "Council", "CCG"],
    });
    expect(finding.message).toBe(
      "Council and CCG buy “Care” together, but neither of them leads, and no joint committee or committees in common of both is on the map.",
    );
  });

  it("is silent with one commissioner, also where a provider buys too", () => {
    const map = buildMap()
      .organisation("CCG", "ccg")
      .organisation("Trust", "nhs-trust")
      .contract("Care", "prime-provider")
      .relate("commissions", "CCG", "Care")
      .relate("commissions", "CCG", "Care")
      .relate("commissions", "Trust", "Care");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("does not take the members of a joint committee for commissioners that buy themselves", () => {
    const map = buildMap()
      .organisation("A", "ccg")
      .organisation("B", "ccg")
      .organisation("C", "ccg")
      .forum("Committee", "joint-committee")
      .contract("Care", "prime-provider")
      .relate("member", "A", "Committee")
      .relate("member", "B", "Committee")
      .relate("commissions", "Committee", "Care")
      .relate("commissions", "C", "Care");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it.each(["joint-committee", "committees-in-common"] as const)(
    "is silent where all are full members of a %s, whether or not it governs the contract",
    (kind) => {
      expect(findingsOf(rule, withForum(kind))).toEqual([]);
      expect(findingsOf(rule, withForum(kind, "full"))).toEqual([]);
      expect(findingsOf(rule, withForum(kind, "associate"))).toHaveLength(1);
    },
  );

  it.each(["partnership-board", "alliance-board", "programme-board", "health-and-wellbeing-board"] as const)(
    "does not take a %s for a place to decide",
    (kind) => {
      expect(findingsOf(rule, withForum(kind))).toHaveLength(1);
    },
  );

  describe("where all of them sit on an alliance board that governs the contract", () => {
    const onBoard = () => withForum("alliance-board").relate("governs", "Forum", "Care");

    it("says so", () => {
      const finding = theFinding(rule, onBoard());
      expect(finding.message).toBe(
        "Council and CCG buy “Care” together, but neither of them leads, and no joint committee or committees in common of both is on the map. Both sit on Forum, which governs it, but an alliance board is for every party to the alliance and is no place where commissioners decide as commissioners.",
      );
      expect(finding.facts).toEqual({ allOnBoard: "alliance-board" });
    });

    it("does not say so of another board, of one that governs something else, or where one of them is missing", () => {
      const others = [
        withForum("partnership-board").relate("governs", "Forum", "Care"),
        withForum("alliance-board"),
        withForum("alliance-board", "associate").relate("governs", "Forum", "Care"),
        onBoard().organisation("Other CCG", "ccg").relate("commissions", "Other CCG", "Care"),
      ];
      for (const map of others) {
        const finding = theFinding(rule, map);
        expect(finding.message).not.toContain("Forum");
        expect(finding.facts).toEqual({});
      }
    });

    it("counts them", () => {
      const three = onBoard()
        .organisation("Other CCG", "ccg")
        .relate("commissions", "Other CCG", "Care")
        .relate("member", "Other CCG", "Forum");
      expect(theFinding(rule, three).message).toMatch(
        /^Council, CCG and Other CCG buy “Care” together, but none of them leads, and no joint committee or committees in common of all of them is on the map\. They all sit on Forum,/,
      );
    });
  });

  it("asks for one committee of all of them", () => {
    const map = withForum("joint-committee")
      .organisation("Other CCG", "ccg")
      .relate("commissions", "Other CCG", "Care")
      .forum("Second", "committees-in-common")
      .relate("member", "Other CCG", "Second");
    expect(theFinding(rule, map).subjects).toEqual(["Care", "Council", "CCG", "Other CCG"]);
  });

  it("is silent where one of them leads; a provider that leads does not count", () => {
    const led = buildMap()
      .organisation("A", "ccg")
      .organisation("B", "nhs-england")
      .contract("Care", "prime-provider")
      .relate("commissions", "A", "Care", { lead: true })
      .relate("commissions", "B", "Care");
    expect(findingsOf(rule, led)).toEqual([]);
    const byProvider = bought()
      .organisation("Trust", "nhs-trust")
      .relate("commissions", "Trust", "Care", { lead: true });
    expect(findingsOf(rule, byProvider)).toHaveLength(1);
  });

  it("looks at head contracts that have not ended", () => {
    for (const kind of ["sub-contract", "gms", "memorandum", "framework"] as const)
      expect(findingsOf(rule, bought(kind))).toEqual([]);
    expect(findingsOf(rule, bought("grant"))).toHaveLength(1);
    expect(findingsOf(rule, bought("prime-provider", { status: "terminated" }))).toEqual([]);
  });

  describe("its fixes", () => {
    it("propose a joint committee that governs the contract", () => {
      const map = bought();
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual([
        "Propose a joint committee of Council and CCG",
        "State Council as the lead commissioner",
        "State CCG as the lead commissioner",
      ]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.elementById.get("new-1")).toMatchObject({ kind: "joint-committee", proposed: true });
      expect(after.map.relations.slice(-3)).toMatchObject([
        { type: "member", from: "Council", to: "new-1", proposed: true },
        { type: "member", from: "CCG", to: "new-1", proposed: true },
        { type: "governs", from: "new-1", to: "Care", proposed: true },
      ]);
    });

    it("name a lead, with at most three to choose from", () => {
      const map = bought();
      for (const id of ["C", "D"]) map.organisation(id, "ccg").relate("commissions", id, "Care");
      const finding = theFinding(rule, map);
      expect(finding.fixes).toHaveLength(4);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[2]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("commissions-1")).toMatchObject({ from: "CCG", lead: true });
      expect(after.map.relations).toHaveLength(map.map().relations.length);
    });
  });
});
