import { describe, expect, it } from "vitest";
import { FORUM_KINDS } from "../../../../shared/model/forumTerms.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "informal-body-commissions";
const withPowers = ["joint-committee", "committees-in-common"];

function boardOf(...members: readonly ["ccg" | "local-authority" | "nhs-trust" | "icb", string][]) {
  const map = buildMap(members.some(([kind]) => kind === "icb") ? "england-2022" : "england-2012")
    .forum("Board", "partnership-board")
    .contract("Care", "prime-provider", { services: ["community"] })
    .relate("commissions", "Board", "Care");
  for (const [kind, id] of members) map.organisation(id, kind).relate("member", id, "Board");
  return map;
}

describe(rule, () => {
  it.each(FORUM_KINDS.filter((kind) => !withPowers.includes(kind)))(
    "is an error in law where a %s commissions a contract",
    (kind) => {
      const map = buildMap()
        .forum("Board", kind)
        .contract("Care", "sub-contract")
        .relate("commissions", "Board", "Care");
      expect(theFinding(rule, map)).toMatchObject({
        severity: "error",
        basis: "law",
        subjects: ["Board", "Care"],
        facts: { kind },
      });
    },
  );

  it.each(withPowers)("leaves a %s to other rules", (kind) => {
    const map = buildMap()
      .forum("Committee", kind as "joint-committee")
      .contract("Care", "prime-provider")
      .relate("commissions", "Committee", "Care");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("says what is wrong on this map", () => {
    expect(theFinding(rule, boardOf()).message).toBe(
      "Board, a partnership board, is drawn as commissioning “Care”. It runs beside the statutory bodies and may have no power to let a contract, so this may breach the law.",
    );
  });

  it("is silent for a contract that has ended, and where the board only governs", () => {
    const map = buildMap()
      .forum("Board", "alliance-board")
      .contract("Old", "alliance", { status: "terminated" })
      .contract("Care", "alliance")
      .relate("commissions", "Board", "Old")
      .relate("governs", "Board", "Care");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("makes one finding per contract", () => {
    const map = boardOf().contract("More", "other").relate("commissions", "Board", "More");
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([
      ["Board", "Care"],
      ["Board", "More"],
    ]);
  });

  describe("its fix", () => {
    it("lets the commissioners on the board buy instead; providers stay out of it", () => {
      const map = boardOf(["ccg", "CCG"], ["nhs-trust", "Trust"], ["local-authority", "Council"]);
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that CCG and Council buy it instead"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.map.relations.filter(({ type }) => type === "commissions")).toMatchObject([
        { from: "CCG", to: "Care", proposed: true },
        { from: "Council", to: "Care", proposed: true },
      ]);
    });

    it("is not offered without a commissioner that sits on the board as a full member", () => {
      expect(theFinding(rule, boardOf(["nhs-trust", "Trust"])).fixes).toEqual([]);
      const associate = boardOf()
        .organisation("CCG", "ccg")
        .relate("member", "CCG", "Board", { standing: "associate" });
      expect(theFinding(rule, associate).fixes).toEqual([]);
    });

    it("waits until the money is pooled where a council would buy care of both kinds", () => {
      const map = buildMap()
        .organisation("CCG", "ccg")
        .organisation("Council", "local-authority")
        .organisation("Trust", "nhs-trust")
        .forum("Board", "partnership-board")
        .contract("Care", "prime-provider", { services: ["community", "social-care"] })
        .relate("commissions", "Board", "Care")
        .relate("holds", "Trust", "Care")
        .relate("member", "CCG", "Board")
        .relate("member", "Council", "Board");
      expect(theFinding(rule, map).fixes).toEqual([]);
      map
        .fund("Pool", "pooled", { legalBasis: "section-75" })
        .relate("pays", "CCG", "Pool")
        .relate("pays", "Council", "Pool")
        .relate("pays", "Pool", "Trust");
      expect(fixLabels(theFinding(rule, map))).toEqual(["Propose that CCG and Council buy it instead"]);
    });

    it("is not offered where commissioners may not take the route that the contract names", () => {
      const map = buildMap("england-2022")
        .organisation("ICB", "icb")
        .forum("Board", "partnership-board")
        .contract("Care", "prime-provider", {
          services: ["community"],
          procurement: "light-touch",
          start: "2025-04-01",
        })
        .relate("commissions", "Board", "Care")
        .relate("member", "ICB", "Board");
      expect(theFinding(rule, map).fixes).toEqual([]);
    });
  });
});
