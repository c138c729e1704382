import { describe, expect, it } from "vitest";
import type { Organisation } from "../../../../shared/model/element.ts";
import type { RelationOf } from "../../../../shared/model/relation.ts";
import type { Regime } from "../../../../shared/model/systemMap.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "delegation-without-legal-basis";

interface Given extends Partial<RelationOf<"delegates">> {
  regime?: Regime;
  giver?: Organisation["kind"];
  receiver?: Organisation["kind"];
}

function delegation({ regime, giver, receiver, ...given }: Given = {}) {
  return buildMap(regime)
    .organisation("Receiver", receiver ?? "foundation-trust")
    .organisation("Giver", giver ?? "local-authority")
    .relate("delegates", "Giver", "Receiver", {
      function: "social-care-assessment",
      level: "delegated",
      ...given,
    });
}

const subjects = ["delegates-1", "Giver", "Receiver"];

describe(rule, () => {
  it("is an error in law where there is no basis, whatever is delegated and to whom", () => {
    const finding = theFinding(rule, delegation({ legalBasis: "none" }));
    expect(finding).toMatchObject({
      severity: "error",
      basis: "law",
      subjects,
      facts: { function: "social-care-assessment", legalBasis: "none" },
    });
    expect(finding.message).toBe(
      "Giver delegates social care assessment to Receiver on no legal basis. Without a power in law to do so, this may breach the law.",
    );
    const toBoard = buildMap()
      .organisation("CCG", "ccg")
      .forum("Board", "working-group")
      .relate("delegates", "CCG", "Board", { level: "delegated", legalBasis: "none" });
    expect(theFinding(rule, toBoard)).toMatchObject({ subjects: ["delegates-1", "CCG", "Board"] });
    expect(theFinding(rule, toBoard).message).toContain(
      "CCG delegates a function to Board on no legal basis.",
    );
  });

  it("is a warning for completeness where the basis is not stated", () => {
    const finding = theFinding(rule, delegation());
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "completeness",
      subjects,
      facts: { function: "social-care-assessment", legalBasis: null },
    });
    expect(finding.message).toBe(
      "Giver delegates social care assessment to Receiver, and the legal basis is not stated.",
    );
  });

  it("takes section 65Z5 for no basis under the Act of 2012", () => {
    const given = { giver: "ccg", function: "nhs-commissioning", legalBasis: "section-65z5" } as const;
    expect(theFinding(rule, delegation(given)).message).toBe(
      "Giver delegates NHS commissioning to Receiver under section 65Z5, which came with the Health and Care Act 2022. Under the Act of 2012 this may breach the law.",
    );
    expect(findingsOf(rule, delegation({ ...given, regime: "england-2022" }))).toEqual([]);
  });

  describe("for social care that a council passes to an NHS body", () => {
    it.each([
      "section-105a",
      "section-65z5",
      "section-13z",
      "section-14z3",
      "section-101",
      "scheme-of-delegation",
      "other",
    ] as const)("is an error on the basis %s", (legalBasis) => {
      const finding = theFinding(rule, delegation({ legalBasis, regime: "england-2022" }));
      expect(finding).toMatchObject({ severity: "error", basis: "law", facts: { legalBasis } });
      expect(finding.message).toMatch(
        /\. Between a council and an NHS body the way is section 75 of the NHS Act 2006, so this may breach the law\.$/,
      );
    });

    it("is silent under section 75, for each function and each NHS body", () => {
      for (const receiver of ["ccg", "icb", "nhs-england", "nhs-trust", "foundation-trust"] as const) {
        for (const given of [
          "social-care-commissioning",
          "social-care-assessment",
          "social-care-delivery",
        ] as const) {
          const map = (legalBasis: "section-75" | "other") =>
            delegation({ receiver, function: given, legalBasis });
          expect(findingsOf(rule, map("section-75"))).toEqual([]);
          expect(findingsOf(rule, map("other"))).toHaveLength(1);
        }
      }
    });

    it("asks for section 75 only there", () => {
      const other = { legalBasis: "section-101" } as const;
      expect(findingsOf(rule, delegation({ ...other, receiver: "local-authority" }))).toEqual([]);
      expect(findingsOf(rule, delegation({ ...other, receiver: "voluntary-organisation" }))).toEqual([]);
      expect(findingsOf(rule, delegation({ ...other, giver: "ccg" }))).toEqual([]);
      expect(findingsOf(rule, delegation({ ...other, function: "other" }))).toEqual([]);
    });
  });

  it.each(["seat", "joint", "devolved"] as const)("is silent at the level %s", (level) => {
    expect(findingsOf(rule, delegation({ level, legalBasis: "none" }))).toEqual([]);
    expect(findingsOf(rule, delegation({ level }))).toEqual([]);
  });

  it("is silent where no level is stated, and for a line that is not allowed", () => {
    const map = buildMap()
      .organisation("A", "ccg")
      .organisation("B", "nhs-trust")
      .contract("C", "grant")
      .relate("delegates", "A", "B", { legalBasis: "none" })
      .relate("delegates", "A", "C", { level: "delegated", legalBasis: "none" });
    expect(findingsOf(rule, map)).toEqual([]);
  });

  describe("its fix", () => {
    const clears = (given: Given) => {
      const map = delegation(given);
      const finding = theFinding(rule, map);
      for (const fix of finding.fixes) {
        const { remains, newErrors, after } = effectOfFix(map, finding, fix);
        expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
        expect(after.relationById.get("delegates-1")).toMatchObject({ proposed: true });
      }
      return fixLabels(finding);
    };

    it.each([
      [{}, ["Propose section 75 as its basis"]],
      [
        { giver: "ccg", receiver: "local-authority", function: "nhs-commissioning" },
        ["Propose section 75 as its basis"],
      ],
      [
        { giver: "nhs-england", receiver: "ccg", function: "primary-care-commissioning" },
        ["Propose section 13Z as its basis"],
      ],
      [
        { giver: "ccg", receiver: "ccg", function: "nhs-commissioning" },
        ["Propose section 14Z3 as its basis"],
      ],
      [
        { regime: "england-2022", giver: "nhs-england", receiver: "icb", function: "nhs-commissioning" },
        ["Propose section 65Z5 as its basis"],
      ],
    ] as const)("proposes the basis that fits %o", (given, labels) => {
      expect(clears({ ...given, legalBasis: "none" })).toEqual(labels);
    });

    it.each([
      { receiver: "voluntary-organisation" },
      { function: "other" },
      { giver: "ccg", function: "nhs-commissioning" },
      { giver: "ccg", receiver: "ccg", function: "primary-care-commissioning" },
      { giver: "nhs-england", receiver: "local-authority", function: "primary-care-commissioning" },
      { regime: "england-2022", giver: "icb", receiver: "gp-federation", function: "nhs-commissioning" },
    ] as const)("proposes none where the map does not settle it: %o", (given) => {
      expect(clears({ ...given, legalBasis: "none" })).toEqual([]);
    });

    it("leaves it to the room to state the basis of what is agreed, but not of a proposal", () => {
      expect(clears({})).toEqual([]);
      expect(clears({ proposed: true })).toEqual(["Propose section 75 as its basis"]);
    });
  });
});
