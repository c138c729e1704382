import { describe, expect, it } from "vitest";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "sub-contracts-back-to-parents";

function partnership() {
  return buildMap()
    .organisation("Hospital", "foundation-trust")
    .organisation("Community", "foundation-trust")
    .organisation("Partnership", "joint-venture", { legalForm: "llp" })
    .organisation("Stranger", "nhs-trust")
    .contract("Head", "prime-provider")
    .contract("Emergency", "sub-contract")
    .contract("Nursing", "sub-contract")
    .relate("owns", "Community", "Partnership")
    .relate("owns", "Hospital", "Partnership")
    .relate("holds", "Partnership", "Head")
    .relate("under", "Nursing", "Head")
    .relate("under", "Emergency", "Head");
}

describe(rule, () => {
  it("makes one finding per vehicle: vehicle, those sub-contracts, those parents, each group in document order", () => {
    const map = partnership()
      .relate("holds", "Community", "Nursing")
      .relate("holds", "Hospital", "Emergency");
    const finding = theFinding(rule, map);
    expect(finding).toMatchObject({
      severity: "info",
      basis: "lesson",
      subjects: ["Partnership", "Emergency", "Nursing", "Hospital", "Community"],
    });
    expect(finding.message).toBe(
      "“Emergency” and “Nursing”, let under what Partnership holds, go back to its own parents, Hospital and Community.",
    );
  });

  it("leaves out parents and sub-contracts that have no part in it", () => {
    const map = partnership()
      .relate("holds", "Community", "Nursing")
      .relate("holds", "Stranger", "Emergency");
    expect(theFinding(rule, map).subjects).toEqual(["Partnership", "Nursing", "Community"]);
  });

  it("looks under every contract that the vehicle holds, also one that has ended", () => {
    const map = partnership()
      .contract("Old", "nhs-standard", { status: "terminated" })
      .contract("Old part", "sub-contract")
      .relate("holds", "Partnership", "Old")
      .relate("under", "Old part", "Old")
      .relate("holds", "Hospital", "Old part");
    expect(theFinding(rule, map).subjects).toEqual(["Partnership", "Old part", "Hospital"]);
  });

  it("looks only directly under", () => {
    const map = partnership()
      .contract("Deeper", "sub-contract")
      .relate("under", "Deeper", "Nursing")
      .relate("holds", "Community", "Deeper");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("is silent where strangers hold the sub-contracts, or the holder is no vehicle", () => {
    expect(findingsOf(rule, partnership().relate("holds", "Stranger", "Nursing"))).toEqual([]);
    const subsidiary = buildMap()
      .organisation("Parent", "nhs-trust")
      .organisation("Charity", "voluntary-organisation", { legalForm: "charity" })
      .contract("Head", "prime-provider")
      .contract("Part", "sub-contract")
      .relate("owns", "Parent", "Charity")
      .relate("holds", "Charity", "Head")
      .relate("under", "Part", "Head")
      .relate("holds", "Parent", "Part");
    expect(findingsOf(rule, subsidiary)).toEqual([]);
  });
});
