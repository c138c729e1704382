import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import { REGIMES, type Regime } from "../../../../shared/model/systemMap.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "commissioner-acts-as-provider";

function heldBy(
  kind: Organisation["kind"],
  contractKind: Contract["kind"] = "nhs-standard",
  contract: Partial<Contract> = {},
  regime: Regime = "england-2012",
) {
  return buildMap(regime)
    .organisation("Holder", kind)
    .contract("Care", contractKind, contract)
    .relate("holds", "Holder", "Care");
}

describe(rule, () => {
  it.each(["ccg", "icb", "nhs-england"] as const)(
    "is an error in law where a %s holds a contract",
    (kind) => {
      for (const regime of REGIMES) {
        expect(theFinding(rule, heldBy(kind, "nhs-standard", {}, regime))).toMatchObject({
          severity: "error",
          basis: "law",
          subjects: ["Holder", "Care"],
          facts: { kind },
        });
      }
    },
  );

  it("says what is wrong on this map", () => {
    expect(theFinding(rule, heldBy("ccg")).message).toBe(
      "Holder, an NHS commissioner, is drawn as holding “Care”. The NHS Act 2006 has it arrange care that others provide, so delivering care itself may breach the Act.",
    );
  });

  it("is worth a look where a council holds one, and names the conflict of interest", () => {
    const finding = theFinding(rule, heldBy("local-authority"));
    expect(finding).toMatchObject({ severity: "info", basis: "law", subjects: ["Holder", "Care"] });
    expect(finding.message).toBe(
      "Holder, a council that also commissions care, holds “Care”. It may do so, but it then stands on both sides: name the conflict of interest, and who speaks for each side.",
    );
    expect(finding.fixes).toEqual([]);
  });

  it.each(["foundation-trust", "commissioning-support", "public-body", "other"] as const)(
    "is silent for a %s",
    (kind) => {
      expect(findingsOf(rule, heldBy(kind))).toEqual([]);
    },
  );

  it.each(["sub-contract", "gms", "section-75-provision", "grant", "framework"] as const)(
    "speaks of a %s too, but not of a memorandum",
    (kind) => {
      expect(findingsOf(rule, heldBy("ccg", kind))).toHaveLength(1);
      expect(findingsOf(rule, heldBy("ccg", "memorandum"))).toEqual([]);
    },
  );

  it("is silent for a contract that has ended, or is only under such ones", () => {
    expect(findingsOf(rule, heldBy("ccg", "nhs-standard", { status: "terminated" }))).toEqual([]);
    const under = heldBy("ccg")
      .contract("Ended", "nhs-standard", { status: "terminated" })
      .relate("under", "Care", "Ended");
    expect(findingsOf(rule, under)).toEqual([]);
  });

  it("makes one finding per commissioner and contract", () => {
    const map = heldBy("ccg")
      .organisation("Council", "local-authority")
      .contract("More", "grant")
      .relate("holds", "Holder", "Care")
      .relate("holds", "Holder", "More")
      .relate("holds", "Council", "Care");
    expect(findingsOf(rule, map).map(({ severity, subjects }) => [severity, ...subjects])).toEqual([
      ["error", "Holder", "Care"],
      ["error", "Holder", "More"],
      ["info", "Council", "Care"],
    ]);
  });

  describe("its fix", () => {
    it("proposes that the commissioner buys it instead", () => {
      const map = heldBy("ccg").relate("holds", "Holder", "Care");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that Holder buys it instead"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.map.relations).toEqual([
        { id: "new-1", type: "commissions", from: "Holder", to: "Care", proposed: true },
      ]);
    });

    it("only takes the line away where it buys it already", () => {
      const map = heldBy("ccg").relate("commissions", "Holder", "Care");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Remove Holder from those who hold it"]);
      const { remains, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect(remains).toBe(false);
      expect(after.map.relations.map(({ id }) => id)).toEqual(["commissions-1"]);
    });

    it("is not offered where it would leave an alliance of one", () => {
      const alliance = (members: number) => {
        const map = heldBy("ccg", "alliance");
        for (let index = 1; index < members; index++)
          map.organisation(`Trust ${index}`, "nhs-trust").relate("holds", `Trust ${index}`, "Care");
        return theFinding(rule, map);
      };
      expect(alliance(2).fixes).toEqual([]);
      expect(alliance(3).fixes).toHaveLength(1);
    });

    it("is not offered where it would undo how social care is paid for, or bring NHS money to a council’s contract", () => {
      const both = { services: ["social-care", "community"] } as const;
      expect(theFinding(rule, heldBy("ccg", "prime-provider", both)).fixes).toHaveLength(1);
      const paid = heldBy("ccg", "prime-provider", both)
        .fund("Pool", "pooled")
        .relate("pays", "Pool", "Holder");
      expect(theFinding(rule, paid).fixes).toEqual([]);
      const councils = heldBy("ccg", "prime-provider", both)
        .organisation("Council", "local-authority")
        .relate("commissions", "Council", "Care");
      expect(theFinding(rule, councils).fixes).toEqual([]);
    });

    it("is not offered where the contract was let by a route that commissioners may not take", () => {
      const let2024 = (procurement: NonNullable<Contract["procurement"]>) =>
        heldBy(
          "icb",
          "nhs-standard",
          { services: ["community"], start: "2024-01-01", procurement },
          "england-2022",
        );
      expect(theFinding(rule, let2024("competitive-tender")).fixes).toEqual([]);
      expect(theFinding(rule, let2024("psr-competitive")).fixes).toHaveLength(1);
    });
  });
});
