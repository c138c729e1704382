import { describe, expect, it } from "vitest";
import type { Contract, Forum } from "../../../../shared/model/element.ts";
import { FORUM_KINDS } from "../../../../shared/model/forumTerms.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "alliance-not-unanimous";

const governedBy = (
  board: Partial<Forum>,
  contract: Partial<Contract> & Pick<Contract, "kind"> = { kind: "alliance" },
) =>
  buildMap()
    .contract("Care", contract.kind, contract)
    .forum("Board", board.kind ?? "alliance-board", board)
    .relate("governs", "Board", "Care");

describe(rule, () => {
  it.each([
    ["majority", "by majority"],
    ["weighted", "by weighted votes"],
  ] as const)("is a warning where the board decides by %s", (decisionRule, words) => {
    const finding = theFinding(rule, governedBy({ decisionRule }));
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "guidance",
      subjects: ["Care", "Board"],
      facts: { decisionRules: [decisionRule] },
    });
    expect(finding.message).toBe(
      `“Care” is an alliance contract, but Board decides ${words}: a party to it can be outvoted.`,
    );
  });

  it.each(["unanimous", "consensus"] as const)("is silent where it decides by %s", (decisionRule) => {
    expect(findingsOf(rule, governedBy({ decisionRule }))).toEqual([]);
  });

  it("is silent where no decision rule is stated: another rule asks for it", () => {
    expect(findingsOf(rule, governedBy({}))).toEqual([]);
  });

  it.each(FORUM_KINDS)("looks at alliance boards only: %s", (kind) => {
    const found = findingsOf(rule, governedBy({ kind, decisionRule: "majority" }));
    expect(found).toHaveLength(kind === "alliance-board" ? 1 : 0);
  });

  it("is silent for contracts of other kinds, and for alliances that have ended", () => {
    const majority = { decisionRule: "majority" } as const;
    expect(findingsOf(rule, governedBy(majority, { kind: "mcp-virtual" }))).toEqual([]);
    expect(findingsOf(rule, governedBy(majority, { kind: "alliance", status: "terminated" }))).toEqual([]);
  });

  it("makes one finding per contract, with all such boards in document order", () => {
    const map = governedBy({ decisionRule: "weighted" })
      .forum("Second", "alliance-board", { decisionRule: "majority" })
      .forum("Third", "alliance-board", { decisionRule: "unanimous" })
      .relate("governs", "Third", "Care")
      .relate("governs", "Second", "Care");
    const finding = theFinding(rule, map);
    expect(finding.subjects).toEqual(["Care", "Board", "Second"]);
    expect(finding.message).toContain("Board decides by weighted votes, and Second decides by majority");
    expect(fixLabels(finding)).toEqual(["Propose that Board and Second decide unanimously"]);
    expect(effectOfFix(map, finding, finding.fixes[0]).remains).toBe(false);
  });

  it("can be mended: the board is then drawn as proposed, since nobody has agreed to it", () => {
    const map = governedBy({ decisionRule: "majority" });
    const finding = theFinding(rule, map);
    expect(fixLabels(finding)).toEqual(["Propose that Board decides unanimously"]);
    const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
    expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
    expect(after.elementById.get("Board")).toMatchObject({ decisionRule: "unanimous", proposed: true });
  });
});
