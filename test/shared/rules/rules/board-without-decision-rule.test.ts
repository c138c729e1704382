import { describe, expect, it } from "vitest";
import type { Forum } from "../../../../shared/model/element.ts";
import { DECISION_RULES, FORUM_KINDS } from "../../../../shared/model/forumTerms.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "board-without-decision-rule";

const board = (kind: Forum["kind"] = "joint-committee", given: Partial<Forum> = {}) =>
  buildMap().forum("Board", kind, given).contract("Care", "prime-provider").fund("Pool", "pooled");

describe(rule, () => {
  it("is a warning about the forum, with all that it decides about", () => {
    const map = board()
      .contract("More", "nhs-standard")
      .relate("governs", "Board", "Pool")
      .relate("governs", "Board", "More")
      .relate("commissions", "Board", "Care");
    const finding = theFinding(rule, map);
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "lesson",
      subjects: ["Board"],
      facts: { kind: "joint-committee" },
    });
    expect(finding.message).toBe(
      "Board, a joint committee, commissions “Care” and governs Pool and “More”, but how it decides is not stated.",
    );
  });

  it("does not say twice of what kind it is", () => {
    const map = board("joint-committee", { name: "Diabetes joint committee" });
    expect(theFinding(rule, map.relate("governs", "Board", "Pool")).message).toBe(
      "Diabetes joint committee governs Pool, but how it decides is not stated.",
    );
  });

  it.each(FORUM_KINDS)("asks of those that decide for others: %s", (kind) => {
    const asks = ["joint-committee", "alliance-board", "partnership-board"].includes(kind);
    expect(findingsOf(rule, board(kind).relate("governs", "Board", "Care"))).toHaveLength(asks ? 1 : 0);
    expect(findingsOf(rule, board(kind).relate("commissions", "Board", "Care"))).toHaveLength(asks ? 1 : 0);
  });

  it.each(DECISION_RULES)("is silent where the rule is stated: %s", (decisionRule) => {
    const map = board("alliance-board", { decisionRule }).relate("governs", "Board", "Care");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("is silent while the board decides about nothing", () => {
    const map = board()
      .organisation("CCG", "ccg")
      .relate("member", "CCG", "Board")
      .relate("hosts", "CCG", "Board")
      .relate("delegates", "CCG", "Board")
      .relate("governs", "CCG", "Care");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("does not count what has ended", () => {
    const map = board()
      .contract("Old", "nhs-standard", { status: "terminated" })
      .contract("Old part", "sub-contract")
      .relate("under", "Old part", "Old")
      .relate("commissions", "Board", "Old")
      .relate("governs", "Board", "Old part");
    expect(findingsOf(rule, map)).toEqual([]);
    expect(theFinding(rule, map.relate("governs", "Board", "Care")).message).toContain(
      "Board, a joint committee, governs “Care”, but",
    );
  });

  it("can be mended for an alliance board, whose members typically all have to agree; as a proposal", () => {
    const map = board("alliance-board").relate("governs", "Board", "Care");
    const finding = theFinding(rule, map);
    expect(fixLabels(finding)).toEqual(["Propose that it decides unanimously"]);
    const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
    expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
    expect(after.elementById.get("Board")).toMatchObject({ decisionRule: "unanimous", proposed: true });
  });

  it.each(["joint-committee", "partnership-board"] as const)(
    "offers no fix for a %s: how it decides, its members must say",
    (kind) => {
      expect(theFinding(rule, board(kind).relate("governs", "Board", "Care")).fixes).toEqual([]);
    },
  );
});
