import { describe, expect, it } from "vitest";
import type { Fund, Organisation } from "../../../../shared/model/element.ts";
import type { Regime } from "../../../../shared/model/systemMap.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "pool-without-section-75";

interface Given {
  regime?: Regime;
  kind?: Fund["kind"];
  fund?: Partial<Fund>;
  nhs?: Organisation["kind"];
}

function pool({ regime = "england-2012", kind = "pooled", fund = {}, nhs = "ccg" }: Given = {}) {
  return buildMap(regime)
    .organisation("NHS", nhs)
    .organisation("Council", "local-authority")
    .fund("Pool", kind, fund)
    .relate("pays", "Council", "Pool")
    .relate("pays", "NHS", "Pool");
}

describe(rule, () => {
  it.each(["section-256", "section-65z6", "none"] as const)(
    "is an error in law with the basis %s",
    (legalBasis) => {
      const finding = theFinding(rule, pool({ fund: { legalBasis } }));
      expect(finding).toMatchObject({
        severity: "error",
        basis: "law",
        subjects: ["Pool", "NHS", "Council"],
        facts: { legalBasis },
      });
      const basis = {
        "section-256": "section 256 as its legal basis",
        "section-65z6": "section 65Z6 as its legal basis",
        none: "no legal basis",
      }[legalBasis];
      expect(finding.message).toBe(
        `NHS and Council pay into Pool, a pool with ${basis}. Pooling without section 75 of the NHS Act 2006 may breach the law.`,
      );
      expect(finding.fixes).toEqual([]);
    },
  );

  it("is a warning for completeness where no basis is stated", () => {
    const finding = theFinding(rule, pool());
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "completeness",
      subjects: ["Pool", "NHS", "Council"],
    });
    expect(finding.message).toBe(
      "NHS and Council pay into Pool, and the legal basis of the pool is not stated.",
    );
  });

  it("names both ways to pool under the Act of 2022", () => {
    const map = pool({ regime: "england-2022", fund: { legalBasis: "none" } });
    expect(theFinding(rule, map).message).toMatch(
      / Pooling without section 75 or section 65Z6 of the NHS Act 2006 may breach the law\.$/,
    );
  });

  it("is silent with section 75, and under the 2022 Act with section 65Z6 too", () => {
    expect(findingsOf(rule, pool({ fund: { legalBasis: "section-75" } }))).toEqual([]);
    expect(findingsOf(rule, pool({ regime: "england-2022", fund: { legalBasis: "section-75" } }))).toEqual(
      [],
    );
    expect(findingsOf(rule, pool({ regime: "england-2022", fund: { legalBasis: "section-65z6" } }))).toEqual(
      [],
    );
  });

  it.each(["ccg", "icb", "nhs-england", "nhs-trust", "foundation-trust"] as const)(
    "takes a %s for an NHS body",
    (nhs) => {
      expect(findingsOf(rule, pool({ nhs }))).toHaveLength(1);
    },
  );

  it("is silent where one side does not pay in", () => {
    expect(findingsOf(rule, pool({ nhs: "gp-practice" }))).toEqual([]);
    const nhsOnly = buildMap()
      .organisation("CCG", "ccg")
      .fund("Pool", "pooled")
      .relate("pays", "CCG", "Pool");
    expect(findingsOf(rule, nhsOnly)).toEqual([]);
  });

  it.each(["aligned", "capitated", "programme", "transformation"] as const)(
    "is silent for %s funds",
    (kind) => {
      expect(findingsOf(rule, pool({ kind }))).toEqual([]);
    },
  );

  it("names every payer once, and leaves out money for a contract that has ended", () => {
    const map = pool()
      .organisation("Charity", "voluntary-organisation")
      .relate("pays", "Charity", "Pool")
      .relate("pays", "Charity", "Pool");
    expect(theFinding(rule, map).subjects).toEqual(["Pool", "NHS", "Council", "Charity"]);
    const ended = buildMap()
      .organisation("CCG", "ccg")
      .organisation("Council", "local-authority")
      .fund("Pool", "pooled")
      .contract("Ended", "nhs-standard", { status: "terminated" })
      .relate("pays", "CCG", "Pool", { contract: "Ended" })
      .relate("pays", "Council", "Pool");
    expect(findingsOf(rule, ended)).toEqual([]);
  });

  it("offers section 75 only for a pool that is itself a proposal", () => {
    expect(theFinding(rule, pool()).fixes).toEqual([]);
    for (const fund of [{ proposed: true }, { proposed: true, legalBasis: "none" }] as const) {
      const map = pool({ fund });
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose section 75 as its basis"]);
      expect(effectOfFix(map, finding, finding.fixes[0])).toMatchObject({ remains: false, newErrors: [] });
    }
  });

  it("offers nothing where somebody pays in who could not be a partner under section 75", () => {
    const map = (kind: Organisation["kind"]) =>
      pool({ fund: { proposed: true } })
        .organisation("Third", kind)
        .relate("pays", "Third", "Pool");
    expect(theFinding(rule, map("voluntary-organisation")).fixes).toEqual([]);
    expect(theFinding(rule, map("public-body")).fixes).toHaveLength(1);
  });
});
