import { describe, expect, it } from "vitest";
import type { Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "contract-held-by-non-entity";

function heldBy(kind: Organisation["kind"], legalForm?: Organisation["legalForm"]) {
  return buildMap()
    .organisation("Holder", kind, legalForm ? { legalForm } : {})
    .contract("Care", "nhs-standard")
    .relate("holds", "Holder", "Care");
}

describe(rule, () => {
  it.each(["alliance", "provider-collaborative", "primary-care-network"] as const)(
    "is an error in law for a %s whose legal form is not stated",
    (kind) => {
      const finding = theFinding(rule, heldBy(kind));
      expect(finding).toMatchObject({ severity: "error", basis: "law", subjects: ["Holder", "Care"] });
      const words = {
        alliance: "an alliance",
        "provider-collaborative": "a provider collaborative",
        "primary-care-network": "a primary care network",
      }[kind];
      expect(finding.message).toBe(
        `Holder, ${words} without legal personality, is drawn as holding “Care”. It may be unable to sign or be bound: its members, or a host, would have to hold it.`,
      );
      expect(finding.facts).toEqual({ kind });
    },
  );

  it("is an error for any kind whose legal form is stated to be none", () => {
    expect(findingsOf(rule, heldBy("gp-federation", "none"))).toHaveLength(1);
  });

  it("is silent for a body that is a legal person, and for one whose form is not known", () => {
    expect(findingsOf(rule, heldBy("alliance", "llp"))).toEqual([]);
    expect(findingsOf(rule, heldBy("foundation-trust"))).toEqual([]);
    expect(findingsOf(rule, heldBy("gp-federation"))).toEqual([]);
  });

  it("is silent for a memorandum and for a contract that has ended", () => {
    const map = buildMap()
      .organisation("Holder", "alliance")
      .contract("Memorandum", "memorandum")
      .contract("Ended", "alliance", { status: "terminated" })
      .contract("Part", "sub-contract")
      .relate("holds", "Holder", "Memorandum")
      .relate("holds", "Holder", "Ended")
      .relate("under", "Part", "Ended")
      .relate("holds", "Holder", "Part");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("makes one finding per holder and contract", () => {
    const map = heldBy("alliance")
      .relate("holds", "Holder", "Care")
      .contract("More", "sub-contract")
      .relate("holds", "Holder", "More");
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([
      ["Holder", "Care"],
      ["Holder", "More"],
    ]);
  });

  describe("its fix", () => {
    const withMembers = (...kinds: Organisation["kind"][]) => {
      const map = heldBy("alliance");
      for (const [index, kind] of kinds.entries()) {
        map.organisation(`Member ${index + 1}`, kind).relate("member", `Member ${index + 1}`, "Holder");
      }
      return map;
    };

    it("proposes that its members hold the contract instead", () => {
      const map = withMembers("nhs-trust", "voluntary-organisation");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that its 2 members hold it instead"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(
        after.map.relations.flatMap(({ type, from, proposed }) =>
          type === "holds" ? [[from, proposed]] : [],
        ),
      ).toEqual([
        ["Member 1", true],
        ["Member 2", true],
      ]);
      expect(fixLabels(theFinding(rule, withMembers("nhs-trust")))).toEqual([
        "Propose that Member 1 holds it instead",
      ]);
    });

    it("is not offered where the members could not hold it, or are not known", () => {
      expect(theFinding(rule, withMembers()).fixes).toEqual([]);
      expect(theFinding(rule, withMembers("nhs-trust", "primary-care-network")).fixes).toEqual([]);
      expect(theFinding(rule, withMembers("nhs-trust", "ccg")).fixes).toEqual([]);
      expect(theFinding(rule, withMembers("joint-venture")).fixes).toEqual([]);
    });

    it("is not offered where it would leave an alliance contract with one holder", () => {
      const allianceOf = (...members: string[]) => {
        const map = buildMap()
          .organisation("Holder", "alliance")
          .organisation("Trust", "nhs-trust")
          .organisation("Charity", "voluntary-organisation")
          .contract("Care", "alliance")
          .relate("holds", "Holder", "Care")
          .relate("holds", "Trust", "Care");
        for (const member of members) map.relate("member", member, "Holder");
        return map;
      };
      expect(theFinding(rule, allianceOf("Trust")).fixes).toEqual([]);
      expect(theFinding(rule, allianceOf("Trust", "Charity")).fixes).toHaveLength(1);
    });

    it("is not offered where the holder buys a part of it, as it could not without holding it", () => {
      const map = withMembers("nhs-trust")
        .contract("Part", "nhs-standard")
        .relate("under", "Part", "Care")
        .relate("commissions", "Holder", "Part");
      expect(theFinding(rule, map).fixes).toEqual([]);
    });
  });
});
