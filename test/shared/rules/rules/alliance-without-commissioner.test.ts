import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { COMMISSIONER_KINDS } from "../../../../shared/model/organisationKind.ts";
import type { Regime } from "../../../../shared/model/systemMap.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "alliance-without-commissioner";

/** Two trusts hold an alliance contract that a board governs. */
function alliance(given: Partial<Contract> = {}, regime: Regime = "england-2012") {
  return buildMap(regime)
    .organisation("Trust", "nhs-trust")
    .organisation("Charity", "voluntary-organisation")
    .contract("Care", "alliance", given)
    .forum("Board", "alliance-board", { decisionRule: "unanimous" })
    .relate("holds", "Trust", "Care")
    .relate("holds", "Charity", "Care")
    .relate("governs", "Board", "Care");
}

describe(rule, () => {
  it("is a warning about the contract", () => {
    const finding = theFinding(rule, alliance());
    expect(finding).toMatchObject({ severity: "warning", basis: "guidance", subjects: ["Care"] });
    expect(finding.message).toBe("“Care” is an alliance contract, but nobody on this map commissions it.");
  });

  it("names those who commission it without being commissioners", () => {
    const map = alliance()
      .organisation("Other trust", "nhs-trust")
      .relate("commissions", "Other trust", "Care");
    expect(theFinding(rule, map).message).toBe(
      "“Care” is an alliance contract, but it is commissioned by Other trust, and no commissioner is part of it.",
    );
  });

  it.each(COMMISSIONER_KINDS)("is silent where one of those who buy it is a %s", (kind) => {
    const map = alliance()
      .organisation("Buyer", kind)
      .relate("commissions", "Trust", "Care")
      .relate("commissions", "Buyer", "Care", { proposed: true });
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("counts the full members of a joint committee that buys it, and nobody else on a board", () => {
    const boughtBy = (kind: "joint-committee" | "partnership-board", standing: "full" | "associate") =>
      alliance()
        .organisation("CCG", "ccg")
        .forum("Committee", kind)
        .relate("member", "CCG", "Committee", { standing })
        .relate("commissions", "Committee", "Care");
    expect(findingsOf(rule, boughtBy("joint-committee", "full"))).toEqual([]);
    expect(findingsOf(rule, boughtBy("joint-committee", "associate"))).toHaveLength(1);
    expect(findingsOf(rule, boughtBy("partnership-board", "full"))).toHaveLength(1);
  });

  it("is silent for contracts of other kinds, and for alliances that have ended", () => {
    expect(findingsOf(rule, buildMap().contract("Care", "mcp-virtual"))).toEqual([]);
    expect(findingsOf(rule, alliance({ status: "terminated" }))).toEqual([]);
    const under = alliance()
      .contract("Old", "prime-contractor", { status: "terminated" })
      .relate("under", "Care", "Old");
    expect(findingsOf(rule, under)).toEqual([]);
  });

  describe("its fix", () => {
    it("proposes that the only commissioner on the map commissions it", () => {
      const map = alliance().organisation("CCG", "ccg");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that CCG commissions it"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("new-1")).toMatchObject({
        type: "commissions",
        from: "CCG",
        to: "Care",
        proposed: true,
      });
    });

    it("prefers those who sit on its board or pay its holders, three at most", () => {
      const map = alliance();
      for (const id of ["A", "B", "C", "D", "E"]) map.organisation(id, "ccg");
      map.relate("member", "A", "Board").relate("pays", "C", "Trust").relate("pays", "E", "Charity");
      expect(fixLabels(theFinding(rule, map))).toEqual([
        "Propose that A commissions it",
        "Propose that C commissions it",
        "Propose that E commissions it",
      ]);
      map.relate("member", "B", "Board");
      expect(theFinding(rule, map).fixes).toHaveLength(3);
    });

    it("is not offered where several could be meant, where none is, or where it would be the holder", () => {
      expect(theFinding(rule, alliance()).fixes).toEqual([]);
      const several = alliance().organisation("A", "ccg").organisation("B", "nhs-england");
      expect(theFinding(rule, several).fixes).toEqual([]);
      const holder = alliance().organisation("Council", "local-authority").relate("holds", "Council", "Care");
      expect(theFinding(rule, holder).fixes).toEqual([]);
    });

    it.each([
      [["acute"], ["CCG", "Council"]],
      [["social-care"], ["Council"]],
      [["acute", "social-care"], ["CCG"]],
      [["housing"], ["CCG", "Council"]],
    ] as const)("asks those who buy such services: %s", (services, buyers) => {
      const map = alliance({ services })
        .organisation("CCG", "ccg")
        .organisation("Council", "local-authority")
        .relate("pays", "CCG", "Trust")
        .relate("pays", "Council", "Trust");
      expect(fixLabels(theFinding(rule, map))).toEqual(
        buyers.map((id) => `Propose that ${id} commissions it`),
      );
    });

    it("proposes no body of another time, and nobody whom the route of its award would not fit", () => {
      expect(theFinding(rule, alliance().organisation("ICB", "icb")).fixes).toEqual([]);
      expect(theFinding(rule, alliance({}, "england-2022").organisation("CCG", "ccg")).fixes).toEqual([]);
      const let2022 = (procurement: Contract["procurement"]) =>
        theFinding(
          rule,
          alliance({ services: ["acute"], ...(procurement && { procurement }) }, "england-2022").organisation(
            "ICB",
            "icb",
          ),
        );
      expect(let2022(undefined).fixes).toHaveLength(1);
      expect(let2022("psr-direct-award-c").fixes).toHaveLength(1);
      expect(let2022("direct-award").fixes).toEqual([]);
    });
  });
});
