import { describe, expect, it } from "vitest";
import type { Fund, Organisation } from "../../../../shared/model/element.ts";
import {
  COMMISSIONER_KINDS,
  OTHER_KINDS,
  PROVIDER_KINDS,
} from "../../../../shared/model/organisationKind.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "non-public-body-in-pool";

function paidBy(kind: Organisation["kind"], fund: Partial<Fund> = {}, fundKind: Fund["kind"] = "pooled") {
  return buildMap()
    .organisation("Payer", kind)
    .fund("Pool", fundKind, { legalBasis: "section-75", ...fund })
    .relate("pays", "Payer", "Pool");
}

const mayPay: readonly Organisation["kind"][] = [
  ...COMMISSIONER_KINDS,
  "nhs-trust",
  "foundation-trust",
  "public-body",
];
const mayNotPay = [...PROVIDER_KINDS, ...OTHER_KINDS].filter((kind) => !mayPay.includes(kind));

describe(rule, () => {
  it.each(mayNotPay)("is an error in regulation where a %s pays in", (kind) => {
    expect(theFinding(rule, paidBy(kind))).toMatchObject({
      severity: "error",
      basis: "regulation",
      subjects: ["Payer", "Pool"],
      facts: { kind },
    });
  });

  it.each(mayPay)("is silent for a %s", (kind) => {
    expect(findingsOf(rule, paidBy(kind))).toEqual([]);
  });

  it("says what is wrong on this map", () => {
    expect(theFinding(rule, paidBy("voluntary-organisation")).message).toBe(
      "Payer, a voluntary organisation, pays into Pool, a pool under section 75. Only NHS bodies and local authorities are partners in such a pool, so this may breach the Partnership Arrangements Regulations 2000 (SI 2000/617).",
    );
  });

  it("is silent for another basis or none stated, for other funds, and for money for a contract that has ended", () => {
    for (const legalBasis of ["section-65z6", "section-256", "none"] as const)
      expect(findingsOf(rule, paidBy("independent-provider", { legalBasis }))).toEqual([]);
    for (const kind of ["aligned", "capitated", "programme", "transformation"] as const)
      expect(findingsOf(rule, paidBy("independent-provider", {}, kind))).toEqual([]);
    const unstated = buildMap()
      .organisation("Payer", "gp-practice")
      .fund("Pool", "pooled")
      .relate("pays", "Payer", "Pool");
    expect(findingsOf(rule, unstated)).toEqual([]);
    const ended = buildMap()
      .organisation("Payer", "gp-practice")
      .fund("Pool", "pooled", { legalBasis: "section-75" })
      .contract("Ended", "nhs-standard", { status: "terminated" })
      .relate("pays", "Payer", "Pool", { contract: "Ended" });
    expect(findingsOf(rule, ended)).toEqual([]);
  });

  it("makes one finding per payer and pool", () => {
    const map = paidBy("gp-practice")
      .relate("pays", "Payer", "Pool")
      .organisation("Charity", "voluntary-organisation")
      .fund("Other", "pooled", { legalBasis: "section-75" })
      .relate("pays", "Charity", "Other")
      .relate("pays", "Payer", "Other");
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([
      ["Charity", "Other"],
      ["Payer", "Other"],
      ["Payer", "Pool"],
    ]);
  });

  describe("its fix", () => {
    it("takes the payments away", () => {
      const map = paidBy("gp-practice")
        .relate("pays", "Payer", "Pool")
        .organisation("CCG", "ccg")
        .relate("pays", "CCG", "Pool");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Remove what Payer pays into it"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.map.relations.map(({ id }) => id)).toEqual(["pays-3"]);
    });

    it.each([
      [100, 100, 1],
      [99, 100, 0],
      [undefined, 100, 1],
    ])("is offered only where what is left (%s) carries what the pool pays out (%s)", (rest, out, fixes) => {
      const map = paidBy("gp-practice")
        .organisation("CCG", "ccg")
        .relate("pays", "CCG", "Pool", rest === undefined ? {} : { annualAmount: rest })
        .organisation("Trust", "nhs-trust")
        .relate("pays", "Pool", "Trust", { annualAmount: out });
      expect(theFinding(rule, map).fixes).toHaveLength(fixes);
    });
  });
});
