import { describe, expect, it } from "vitest";
import type { Organisation } from "../../../../shared/model/element.ts";
import type { RelationOf } from "../../../../shared/model/relation.ts";
import type { Regime } from "../../../../shared/model/systemMap.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "devolution-without-order";

interface Given extends Partial<RelationOf<"delegates">> {
  regime?: Regime;
  giver?: Organisation["kind"];
  receiver?: Organisation["kind"];
}

function devolution({ regime, giver, receiver, ...given }: Given = {}) {
  return buildMap(regime)
    .organisation("Receiver", receiver ?? "public-body")
    .organisation("Giver", giver ?? "nhs-england")
    .relate("delegates", "Giver", "Receiver", {
      function: "nhs-commissioning",
      level: "devolved",
      ...given,
    });
}

const subjects = ["delegates-1", "Giver", "Receiver"];

describe(rule, () => {
  it.each([
    ["section-75", "under section 75"],
    ["section-65z5", "under section 65Z5"],
    ["section-13z", "under section 13Z"],
    ["section-14z3", "under section 14Z3"],
    ["section-101", "under section 101"],
    ["scheme-of-delegation", "under a scheme of delegation"],
    ["other", "on another basis"],
    ["none", "on no legal basis"],
  ] as const)("is an error in law on the basis %s", (legalBasis, words) => {
    const finding = theFinding(rule, devolution({ legalBasis }));
    expect(finding).toMatchObject({
      severity: "error",
      basis: "law",
      subjects,
      facts: { function: "nhs-commissioning", legalBasis },
    });
    expect(finding.message).toBe(
      `Giver devolves NHS commissioning to Receiver for good ${words}. Without a section 105A order and national approval this may breach the law.`,
    );
  });

  it("is a warning for completeness where no basis is stated", () => {
    const finding = theFinding(rule, devolution());
    expect(finding).toMatchObject({ severity: "warning", basis: "completeness", subjects });
    expect(finding.message).toBe(
      "Giver devolves NHS commissioning to Receiver for good, and the legal basis is not stated. Such a transfer takes a section 105A order and national approval.",
    );
  });

  it("is silent with a section 105A order, under both Acts", () => {
    for (const regime of ["england-2012", "england-2022"] as const)
      expect(findingsOf(rule, devolution({ regime, legalBasis: "section-105a" }))).toEqual([]);
  });

  it.each(["seat", "joint", "delegated"] as const)("is silent at the level %s", (level) => {
    expect(findingsOf(rule, devolution({ level, legalBasis: "none" }))).toEqual([]);
  });

  it("speaks instead of the rule about delegations", () => {
    expect(findingsOf("delegation-without-legal-basis", devolution({ legalBasis: "none" }))).toEqual([]);
    expect(findingsOf("delegation-without-legal-basis", devolution())).toEqual([]);
  });

  it("speaks of a board that receives, and not of a line that is not allowed", () => {
    const map = buildMap()
      .organisation("CCG", "ccg")
      .forum("Board", "joint-committee")
      .fund("Fund", "pooled")
      .relate("delegates", "CCG", "Board", { level: "devolved" })
      .relate("delegates", "CCG", "Fund", { level: "devolved" });
    expect(findingsOf(rule, map).map((finding) => finding.subjects)).toEqual([
      ["delegates-1", "CCG", "Board"],
    ]);
  });

  describe("its fixes", () => {
    const labels = (given: Given) => {
      const map = devolution(given);
      const finding = theFinding(rule, map);
      for (const fix of finding.fixes) {
        const { remains, newErrors, after } = effectOfFix(map, finding, fix);
        expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
        expect(after.relationById.get("delegates-1")).toMatchObject({ proposed: true });
      }
      return fixLabels(finding);
    };

    it("propose an order where a council or combined authority receives", () => {
      expect(labels({ legalBasis: "none" })).toEqual(["Propose a section 105A order"]);
      expect(labels({ legalBasis: "none", receiver: "local-authority" })).toHaveLength(1);
      expect(labels({ legalBasis: "none", receiver: "ccg" })).toEqual([]);
    });

    it("propose a delegation where the basis would carry one", () => {
      expect(labels({ legalBasis: "section-75" })).toEqual([
        "Propose to delegate it instead",
        "Propose a section 105A order",
      ]);
      const trust = { giver: "icb", receiver: "nhs-trust", legalBasis: "section-65z5" } as const;
      expect(labels({ ...trust, regime: "england-2022" })).toEqual(["Propose to delegate it instead"]);
      expect(labels(trust)).toEqual([]);
    });

    it("leave it to the room to state the basis of what is agreed", () => {
      expect(labels({})).toEqual([]);
      expect(labels({ proposed: true })).toEqual(["Propose a section 105A order"]);
    });
  });
});
