import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "standard-contract-issued-by-non-commissioner";

function boughtBy(kinds: readonly Organisation["kind"][], given: Partial<Contract> = {}) {
  const map = buildMap().contract("Part", "sub-contract", { form: "nhs-standard", ...given });
  for (const [index, kind] of kinds.entries())
    map.organisation(`Buyer ${index + 1}`, kind).relate("commissions", `Buyer ${index + 1}`, "Part");
  return map;
}

describe(rule, () => {
  it("is a warning that names who buys", () => {
    const finding = theFinding(rule, boughtBy(["independent-provider"]));
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "guidance",
      subjects: ["Part", "Buyer 1"],
      facts: { form: "nhs-standard" },
    });
    expect(finding.message).toBe(
      "“Part” has the form of the NHS standard contract, but Buyer 1, which buys it, is neither a commissioner nor an NHS provider and may not be able to issue it.",
    );
  });

  it("names all buyers, in document order, each once", () => {
    const map = boughtBy(["voluntary-organisation", "gp-federation"]).relate(
      "commissions",
      "Buyer 1",
      "Part",
    );
    const finding = theFinding(rule, map);
    expect(finding.subjects).toEqual(["Part", "Buyer 1", "Buyer 2"]);
    expect(finding.message).toContain("but Buyer 1 and Buyer 2, which buy it, are neither");
  });

  it.each(["ccg", "icb", "nhs-england", "local-authority", "nhs-trust", "foundation-trust"] as const)(
    "is silent where a %s is among the buyers",
    (kind) => {
      expect(findingsOf(rule, boughtBy([kind]))).toEqual([]);
      expect(findingsOf(rule, boughtBy(["independent-provider", kind]))).toEqual([]);
    },
  );

  it("takes the members of a joint committee for buyers, and no other board’s", () => {
    const board = (kind: "joint-committee" | "partnership-board") =>
      boughtBy([])
        .organisation("CCG", "ccg")
        .forum("Board", kind)
        .relate("member", "CCG", "Board")
        .relate("commissions", "Board", "Part");
    expect(findingsOf(rule, board("joint-committee"))).toEqual([]);
    expect(theFinding(rule, board("partnership-board")).subjects).toEqual(["Part", "Board"]);
  });

  it("is silent for another form, for none that is stated, without buyers, and once it has ended", () => {
    expect(findingsOf(rule, boughtBy(["independent-provider"], { form: "bespoke" }))).toEqual([]);
    const unstated = buildMap()
      .organisation("Circle", "independent-provider")
      .contract("Part", "nhs-standard")
      .relate("commissions", "Circle", "Part");
    expect(findingsOf(rule, unstated)).toEqual([]);
    expect(findingsOf(rule, boughtBy([]))).toEqual([]);
    expect(findingsOf(rule, boughtBy(["independent-provider"], { status: "terminated" }))).toEqual([]);
  });

  it("offers the bespoke form until the contract is let", () => {
    for (const given of [{}, { status: "proposed" }, { status: "in-procurement" }] as const) {
      const map = boughtBy(["independent-provider"], given);
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose a bespoke form"]);
      expect(effectOfFix(map, finding, finding.fixes[0])).toMatchObject({ remains: false, newErrors: [] });
    }
    for (const status of ["awarded", "live"] as const)
      expect(theFinding(rule, boughtBy(["independent-provider"], { status })).fixes).toEqual([]);
  });
});
