import { describe, expect, it } from "vitest";
import type { Organisation } from "../../../../shared/model/element.ts";
import type { RelationOf } from "../../../../shared/model/relation.ts";
import type { Regime } from "../../../../shared/model/systemMap.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "commissioning-delegated-to-provider";

interface Given extends Partial<RelationOf<"delegates">> {
  regime?: Regime;
  giver?: Organisation["kind"];
  receiver?: Organisation["kind"];
}

function delegation({ regime, giver, receiver, ...given }: Given = {}) {
  return buildMap(regime)
    .organisation("Giver", giver ?? "ccg")
    .organisation("Receiver", receiver ?? "foundation-trust")
    .relate("delegates", "Giver", "Receiver", {
      function: "nhs-commissioning",
      level: "delegated",
      ...given,
    });
}

describe(rule, () => {
  it.each([
    ["joint", "Giver shares NHS commissioning with Receiver, a provider."],
    ["delegated", "Giver delegates NHS commissioning to Receiver, a provider."],
    ["devolved", "Giver devolves NHS commissioning to Receiver, a provider."],
  ] as const)("is an error in law at the level %s", (level, words) => {
    const finding = theFinding(rule, delegation({ level }));
    expect(finding).toMatchObject({
      severity: "error",
      basis: "law",
      subjects: ["Receiver", "delegates-1", "Giver"],
      facts: { function: "nhs-commissioning", level },
    });
    expect(finding.message).toBe(
      `${words} This may breach the NHS Act 2006 as amended in 2012, which leaves these decisions with commissioners.`,
    );
  });

  it("is silent for a seat at the table, and where no level is stated", () => {
    expect(findingsOf(rule, delegation({ level: "seat" }))).toEqual([]);
    const open = buildMap()
      .organisation("Giver", "ccg")
      .organisation("Receiver", "nhs-trust")
      .relate("delegates", "Giver", "Receiver", { function: "nhs-commissioning" });
    expect(findingsOf(rule, open)).toEqual([]);
  });

  it("speaks of primary care commissioning, and of no other function", () => {
    expect(findingsOf(rule, delegation({ function: "primary-care-commissioning" }))).toHaveLength(1);
    for (const other of [
      "social-care-commissioning",
      "social-care-assessment",
      "public-involvement",
      "other",
    ] as const) {
      expect(findingsOf(rule, delegation({ function: other }))).toEqual([]);
    }
  });

  it.each(["icb", "nhs-england", "local-authority"] as const)("takes a %s for a commissioner", (giver) => {
    expect(findingsOf(rule, delegation({ giver }))).toHaveLength(1);
  });

  it("is silent where one provider delegates to another, or one commissioner to another, or to a board", () => {
    expect(findingsOf(rule, delegation({ giver: "nhs-trust" }))).toEqual([]);
    expect(findingsOf(rule, delegation({ receiver: "local-authority" }))).toEqual([]);
    expect(findingsOf(rule, delegation({ receiver: "commissioning-support" }))).toEqual([]);
    const board = buildMap()
      .organisation("CCG", "ccg")
      .forum("Board", "joint-committee")
      .relate("delegates", "CCG", "Board", { function: "nhs-commissioning", level: "delegated" });
    expect(findingsOf(rule, board)).toEqual([]);
  });

  describe("under the Act of 2022", () => {
    const since2022 = { regime: "england-2022", giver: "icb" } as const;

    it.each(["nhs-trust", "foundation-trust"] as const)(
      "is silent for a %s under section 65Z5",
      (receiver) => {
        for (const level of ["joint", "delegated", "devolved"] as const) {
          const map = delegation({ ...since2022, receiver, level, legalBasis: "section-65z5" });
          expect(findingsOf(rule, map)).toEqual([]);
        }
      },
    );

    it("speaks on another basis, on none, and where the receiver is no NHS provider", () => {
      expect(findingsOf(rule, delegation({ ...since2022, legalBasis: "section-75" }))).toHaveLength(1);
      expect(theFinding(rule, delegation(since2022)).message).toBe(
        "Giver delegates NHS commissioning to Receiver, a provider. Unless it is done under section 65Z5 of the NHS Act 2006, this may breach the Act.",
      );
      const federation = { ...since2022, receiver: "gp-federation", legalBasis: "section-65z5" } as const;
      expect(theFinding(rule, delegation(federation)).message).toBe(
        "Giver delegates NHS commissioning to Receiver, a provider. This may breach the NHS Act 2006, whose section 65Z5 opens it to NHS trusts and foundation trusts only.",
      );
    });

    it("does not let section 65Z5 excuse it under the Act of 2012", () => {
      expect(findingsOf(rule, delegation({ legalBasis: "section-65z5" }))).toHaveLength(1);
    });
  });

  it("makes one finding per delegation", () => {
    const map = delegation().relate("delegates", "Giver", "Receiver", {
      function: "primary-care-commissioning",
      level: "joint",
    });
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([
      ["Receiver", "delegates-1", "Giver"],
      ["Receiver", "delegates-2", "Giver"],
    ]);
  });

  describe("its fixes", () => {
    it("propose a seat at the table", () => {
      const map = delegation({ legalBasis: "other" });
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose a seat at the table instead"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("delegates-1")).toMatchObject({ level: "seat", proposed: true });
    });

    it.each([
      ["joint", "joint"],
      ["delegated", "delegated"],
      ["devolved", "delegated"],
    ] as const)("since 2022 propose section 65Z5 for an NHS provider, from %s to %s", (level, becomes) => {
      const map = delegation({ regime: "england-2022", giver: "icb", legalBasis: "none", level });
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual([
        "Propose a seat at the table instead",
        "Propose a delegation under section 65Z5",
      ]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[1]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("delegates-1")).toMatchObject({
        level: becomes,
        legalBasis: "section-65z5",
        proposed: true,
      });
    });

    it("offer section 65Z5 to no other provider, and from no council", () => {
      const other = delegation({ regime: "england-2022", giver: "icb", receiver: "gp-federation" });
      expect(theFinding(rule, other).fixes).toHaveLength(1);
      const council = delegation({ regime: "england-2022", giver: "local-authority" });
      expect(theFinding(rule, council).fixes).toHaveLength(1);
    });
  });
});
