import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import type { RelationOf } from "../../../../shared/model/relation.ts";
import type { Regime } from "../../../../shared/model/systemMap.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "provider-acts-as-commissioner";

function providerBuys(
  kind: Contract["kind"] = "nhs-standard",
  contract: Partial<Contract> = {},
  {
    regime = "england-2012",
    providerKind = "foundation-trust",
  }: { regime?: Regime; providerKind?: Organisation["kind"] } = {},
) {
  return buildMap(regime)
    .organisation("Trust", providerKind)
    .organisation("Supplier", "voluntary-organisation")
    .contract("Bought", kind, contract)
    .relate("commissions", "Trust", "Bought")
    .relate("holds", "Supplier", "Bought");
}

describe(rule, () => {
  it("is an error in law, and says that it is derived", () => {
    const finding = theFinding(rule, providerBuys());
    expect(finding).toMatchObject({ severity: "error", basis: "law", subjects: ["Trust", "Bought"] });
    expect(finding.message).toBe(
      "Trust, a provider, commissions “Bought”, which is not let under a contract that it holds. It may breach the NHS Act 2006 as amended in 2012: this is derived from sections 3 and 3A and schedule 1A, as no single section says it.",
    );
  });

  it.each(["ccg", "local-authority", "nhs-england", "icb", "public-body", "other"] as const)(
    "is silent where the buyer is a %s",
    (providerKind) => {
      expect(findingsOf(rule, providerBuys("nhs-standard", {}, { providerKind }))).toEqual([]);
    },
  );

  it.each(["integrator", "joint-venture", "alliance", "gp-practice", "care-provider"] as const)(
    "speaks where the buyer is a %s",
    (providerKind) => {
      expect(findingsOf(rule, providerBuys("nhs-standard", {}, { providerKind }))).toHaveLength(1);
    },
  );

  it.each(["sub-contract", "memorandum", "framework", "grant"] as const)("is silent for a %s", (kind) => {
    expect(findingsOf(rule, providerBuys(kind))).toEqual([]);
  });

  it("is silent where the contract is under one that the provider holds", () => {
    const map = providerBuys()
      .contract("Head", "prime-provider")
      .relate("holds", "Trust", "Head")
      .relate("under", "Bought", "Head");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("speaks where the contract is under one that somebody else holds, or under its own only at the second step", () => {
    const map = providerBuys()
      .contract("Middle", "prime-provider")
      .contract("Head", "prime-provider")
      .relate("holds", "Supplier", "Middle")
      .relate("under", "Bought", "Middle")
      .relate("under", "Middle", "Head")
      .relate("holds", "Trust", "Head");
    expect(findingsOf(rule, map)).toHaveLength(1);
  });

  it("is silent where the stated services hold no health service", () => {
    expect(findingsOf(rule, providerBuys("nhs-standard", { services: ["social-care", "housing"] }))).toEqual(
      [],
    );
    expect(findingsOf(rule, providerBuys("nhs-standard", { services: [] }))).toEqual([]);
    const mixed = providerBuys("nhs-standard", { services: ["social-care", "community"] });
    expect(findingsOf(rule, mixed)).toHaveLength(1);
  });

  it("leaves contracts that have ended out, and those that are under such contracts only", () => {
    expect(findingsOf(rule, providerBuys("nhs-standard", { status: "terminated" }))).toEqual([]);
    const under = (status: "terminated" | "live") =>
      providerBuys()
        .contract("Ended", "prime-provider", { status: "terminated" })
        .contract("Other", "prime-provider", { status })
        .relate("under", "Bought", "Ended")
        .relate("under", "Bought", "Other");
    expect(findingsOf(rule, under("terminated"))).toEqual([]);
    expect(findingsOf(rule, under("live"))).toHaveLength(1);
  });

  it("does not excuse a provider by a contract of its own that has ended", () => {
    const map = providerBuys()
      .contract("Ended", "prime-provider", { status: "terminated" })
      .contract("Running", "prime-provider")
      .relate("holds", "Trust", "Ended")
      .relate("under", "Bought", "Ended")
      .relate("under", "Bought", "Running");
    expect(findingsOf(rule, map)).toHaveLength(1);
  });

  it("makes one finding per provider and contract, however many lines there are", () => {
    const map = providerBuys()
      .relate("commissions", "Trust", "Bought")
      .relate("commissions", "Supplier", "Bought");
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([
      ["Supplier", "Bought"],
      ["Trust", "Bought"],
    ]);
  });

  describe("with a delegation under section 65Z5", () => {
    const full = { function: "nhs-commissioning", level: "delegated", legalBasis: "section-65z5" } as const;
    function delegated(
      given: Partial<RelationOf<"delegates">>,
      { regime = "england-2022", providerKind = "nhs-trust", giver = "icb" } = {},
    ) {
      return providerBuys(
        "nhs-standard",
        {},
        { regime: regime as Regime, providerKind: providerKind as Organisation["kind"] },
      )
        .organisation("Giver", giver as Organisation["kind"])
        .relate("delegates", "Giver", "Trust", given);
    }

    it("is silent for an NHS provider under the 2022 Act", () => {
      expect(findingsOf(rule, delegated(full))).toEqual([]);
      expect(findingsOf(rule, delegated(full, { giver: "nhs-england" }))).toEqual([]);
    });

    it("speaks under the 2012 Act, for another provider, or where the giver is no NHS commissioner", () => {
      expect(findingsOf(rule, delegated(full, { regime: "england-2012" }))).toHaveLength(1);
      expect(findingsOf(rule, delegated(full, { providerKind: "independent-provider" }))).toHaveLength(1);
      expect(findingsOf(rule, delegated(full, { giver: "local-authority" }))).toHaveLength(1);
    });

    it("speaks where function, level or basis is another", () => {
      expect(findingsOf(rule, delegated({ ...full, function: "primary-care-commissioning" }))).toHaveLength(
        1,
      );
      expect(findingsOf(rule, delegated({ ...full, level: "joint" }))).toHaveLength(1);
      expect(findingsOf(rule, delegated({ ...full, legalBasis: "section-75" }))).toHaveLength(1);
      expect(findingsOf(rule, delegated({ function: "nhs-commissioning", level: "delegated" }))).toHaveLength(
        1,
      );
    });

    it("says in its message that the 2022 Act offers this way", () => {
      const finding = theFinding(rule, providerBuys("nhs-standard", {}, { regime: "england-2022" }));
      expect(finding.message).toContain("section 65Z5");
    });
  });

  describe("its fixes", () => {
    const clears = (map: ReturnType<typeof providerBuys>) => {
      const finding = theFinding(rule, map);
      for (const fix of finding.fixes) {
        const { remains, newErrors } = effectOfFix(map, finding, fix);
        expect({ fix: fix.label, remains, newErrors }).toEqual({
          fix: fix.label,
          remains: false,
          newErrors: [],
        });
      }
      return finding;
    };

    it("offer to let the contract under one that the provider holds, or that its commissioner buys it", () => {
      const map = providerBuys()
        .organisation("Anytown CCG", "ccg")
        .contract("Head", "prime-provider")
        .relate("holds", "Trust", "Head")
        .relate("commissions", "Anytown CCG", "Head");
      const finding = clears(map);
      expect(fixLabels(finding)).toEqual([
        "Propose to let it under “Head”",
        "Propose that Anytown CCG buys it instead",
      ]);
      const under = effectOfFix(map, finding, finding.fixes[0]).after;
      expect(under.relationById.get("new-1")).toMatchObject({
        type: "under",
        from: "Bought",
        to: "Head",
        proposed: true,
      });
      const bought = effectOfFix(map, finding, finding.fixes[1]).after;
      expect(bought.relationById.get("commissions-1")).toBeUndefined();
      expect(bought.relationById.get("new-1")).toMatchObject({
        from: "Anytown CCG",
        to: "Bought",
        proposed: true,
      });
    });

    it("offer the only NHS commissioner on the map, but none of two strangers", () => {
      expect(
        fixLabels(
          clears(providerBuys().organisation("A CCG", "ccg").organisation("Council", "local-authority")),
        ),
      ).toEqual(["Propose that A CCG buys it instead"]);
      expect(clears(providerBuys().organisation("A CCG", "ccg").organisation("B CCG", "ccg")).fixes).toEqual(
        [],
      );
      expect(clears(providerBuys()).fixes).toEqual([]);
    });

    it("draw no second line where the commissioner buys it already", () => {
      const map = providerBuys().organisation("A CCG", "ccg").relate("commissions", "A CCG", "Bought");
      const finding = clears(map);
      const { after } = effectOfFix(map, finding, finding.fixes[0]);
      expect(after.map.relations.map(({ id }) => id)).toEqual(["holds-1", "commissions-2"]);
    });

    it("keep who leads", () => {
      const map = providerBuys()
        .organisation("A CCG", "ccg")
        .relate("commissions", "Trust", "Bought", { lead: true });
      const finding = clears(map);
      expect(effectOfFix(map, finding, finding.fixes[0]).after.relationById.get("new-1")).toMatchObject({
        lead: true,
      });
    });

    it("offer a section 65Z5 delegation to an NHS provider under the 2022 Act", () => {
      const map = providerBuys("nhs-standard", {}, { regime: "england-2022" }).organisation("ICB", "icb");
      expect(fixLabels(clears(map))).toEqual([
        "Propose that ICB buys it instead",
        "Propose a section 65Z5 delegation by ICB",
      ]);
    });

    it("do not let a contract under one whose scope or value has no room for it, that has ended, or that is under it", () => {
      const heads = (head: Partial<Contract>, bought: Partial<Contract> = {}) =>
        fixLabels(
          clears(
            providerBuys("nhs-standard", bought)
              .contract("Head", "prime-provider", head)
              .relate("holds", "Trust", "Head"),
          ),
        );
      expect(heads({})).toHaveLength(1);
      expect(heads({ services: ["acute"] }, { services: ["community"] })).toEqual([]);
      expect(heads({ services: ["acute", "community"] }, { services: ["community"] })).toHaveLength(1);
      expect(heads({ annualValue: 5 }, { annualValue: 6 })).toEqual([]);
      expect(heads({ annualValue: 6 }, { annualValue: 6 })).toHaveLength(1);
      expect(heads({ status: "terminated" })).toEqual([]);
      const circle = providerBuys()
        .contract("Head", "prime-provider")
        .relate("holds", "Trust", "Head")
        .relate("under", "Head", "Bought");
      expect(fixLabels(clears(circle))).toEqual([]);
    });
  });
});
