import { describe, expect, it } from "vitest";
import type { Fund, Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "pool-lacks-a-partner";

function paidBy(
  kinds: readonly Organisation["kind"][],
  fund: Partial<Fund> = {},
  kind: Fund["kind"] = "pooled",
) {
  const map = buildMap().fund("Pool", kind, { legalBasis: "section-75", ...fund });
  for (const [index, payer] of kinds.entries())
    map.organisation(`Payer ${index + 1}`, payer).relate("pays", `Payer ${index + 1}`, "Pool");
  return map;
}

describe(rule, () => {
  it.each([
    [
      ["ccg"],
      "Payer 1 pays into Pool, a pool under section 75, but no local authority does.",
      ["local authority"],
    ],
    [
      ["ccg", "nhs-trust"],
      "Payer 1 and Payer 2 pay into Pool, a pool under section 75, but no local authority does.",
      ["local authority"],
    ],
    [
      ["local-authority"],
      "Payer 1 pays into Pool, a pool under section 75, but no NHS body does.",
      ["NHS body"],
    ],
    [
      ["public-body"],
      "Payer 1 pays into Pool, a pool under section 75, but neither a local authority nor an NHS body does.",
      ["local authority", "NHS body"],
    ],
  ] as const)("is an error in regulation where only %s pays", (kinds, words, missing) => {
    const finding = theFinding(rule, paidBy(kinds));
    expect(finding).toMatchObject({ severity: "error", basis: "regulation", subjects: ["Pool"] });
    expect(finding.facts).toEqual({ missing });
    expect(finding.message).toBe(
      `${words} This may breach the Partnership Arrangements Regulations 2000 (SI 2000/617), under which the partners are both NHS bodies and local authorities.`,
    );
  });

  it.each(["ccg", "icb", "nhs-england", "nhs-trust", "foundation-trust"] as const)(
    "is silent where a council and a %s pay",
    (kind) => {
      expect(findingsOf(rule, paidBy(["local-authority", kind]))).toEqual([]);
    },
  );

  it("is silent where nobody pays yet, for another basis or none stated, and for other funds", () => {
    expect(findingsOf(rule, paidBy([]))).toEqual([]);
    for (const legalBasis of ["section-65z6", "section-256", "none"] as const)
      expect(findingsOf(rule, paidBy(["ccg"], { legalBasis }))).toEqual([]);
    const unstated = buildMap()
      .organisation("CCG", "ccg")
      .fund("Pool", "pooled")
      .relate("pays", "CCG", "Pool");
    expect(findingsOf(rule, unstated)).toEqual([]);
    for (const kind of ["aligned", "capitated", "programme", "transformation"] as const)
      expect(findingsOf(rule, paidBy(["ccg"], {}, kind))).toEqual([]);
  });

  it("leaves out money that is paid for a contract that has ended", () => {
    const map = paidBy(["ccg"])
      .organisation("Council", "local-authority")
      .contract("Ended", "nhs-standard", { status: "terminated" })
      .relate("pays", "Council", "Pool", { contract: "Ended" });
    expect(findingsOf(rule, map)).toHaveLength(1);
    const onlyEnded = buildMap()
      .organisation("CCG", "ccg")
      .fund("Pool", "pooled", { legalBasis: "section-75" })
      .contract("Ended", "nhs-standard", { status: "terminated" })
      .relate("pays", "CCG", "Pool", { contract: "Ended" });
    expect(findingsOf(rule, onlyEnded)).toEqual([]);
  });

  describe("its fixes", () => {
    it("propose those that buy what the pool pays for", () => {
      const map = paidBy(["ccg"])
        .organisation("Elsewhere", "local-authority")
        .organisation("Council", "local-authority")
        .organisation("Trust", "nhs-trust")
        .contract("Care", "nhs-standard")
        .relate("commissions", "Council", "Care")
        .relate("holds", "Trust", "Care")
        .relate("pays", "Pool", "Trust");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that Council pays into it"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("new-1")).toEqual({
        id: "new-1",
        type: "pays",
        from: "Council",
        to: "Pool",
        proposed: true,
      });
    });

    it("propose those on the map where nobody buys it, unless they are more than three", () => {
      const councils = (count: number) => {
        const map = paidBy(["ccg"]);
        for (let index = 1; index <= count; index++) map.organisation(`Council ${index}`, "local-authority");
        return fixLabels(theFinding(rule, map));
      };
      expect(councils(0)).toEqual([]);
      expect(councils(1)).toEqual(["Propose that Council 1 pays into it"]);
      expect(councils(3)).toHaveLength(3);
      expect(councils(4)).toEqual([]);
    });

    it("propose an NHS commissioner, and no trust, where the NHS is missing", () => {
      const map = paidBy(["local-authority"]).organisation("Trust", "nhs-trust");
      expect(theFinding(rule, map).fixes).toEqual([]);
      expect(fixLabels(theFinding(rule, map.organisation("CCG", "ccg")))).toEqual([
        "Propose that CCG pays into it",
      ]);
    });

    it("propose both where both are missing and there is one of each", () => {
      const map = paidBy(["public-body"])
        .organisation("Council", "local-authority")
        .organisation("CCG", "ccg");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that Council and CCG pay into it"]);
      expect(effectOfFix(map, finding, finding.fixes[0])).toMatchObject({ remains: false, newErrors: [] });
      map.organisation("Another CCG", "ccg");
      expect(theFinding(rule, map).fixes).toEqual([]);
    });
  });
});
