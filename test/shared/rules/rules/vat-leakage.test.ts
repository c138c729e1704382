import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "vat-leakage";

interface Given {
  holder?: Organisation["kind"];
  supplier?: Organisation["kind"];
  head?: Contract["kind"];
  contract?: Partial<Contract>;
}

/** A company holds the head contract and lets part of it to a trust. */
function chain({
  holder = "joint-venture",
  supplier = "foundation-trust",
  head = "prime-provider",
  contract = {},
}: Given = {}) {
  return buildMap()
    .organisation("Company", holder)
    .organisation("Trust", supplier)
    .contract("Head", head, contract)
    .contract("Part", "sub-contract")
    .relate("holds", "Company", "Head")
    .relate("under", "Part", "Head")
    .relate("holds", "Trust", "Part");
}

describe(rule, () => {
  it("is a warning in law about the head contract, its holders and those sub-contracts", () => {
    const map = chain().relate("commissions", "Company", "Part");
    const finding = theFinding(rule, map);
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "law",
      subjects: ["Head", "Company", "Part"],
    });
    expect(finding.message).toBe(
      "“Head” is held by Company, outside the NHS and local government, and part of it is delivered by Trust under “Part”. The VAT on that part may not be recoverable.",
    );
    expect(finding.sources[0]).toContain("section 41");
  });

  it.each(["foundation-trust", "nhs-trust", "ccg", "icb", "nhs-england", "local-authority"] as const)(
    "is silent where a %s holds the head contract too",
    (kind) => {
      const map = chain().relate("commissions", "Company", "Part");
      expect(findingsOf(rule, map.organisation("Also", kind).relate("holds", "Also", "Head"))).toEqual([]);
    },
  );

  it("is silent where the head contract has no holder", () => {
    const map = buildMap()
      .organisation("Company", "joint-venture")
      .organisation("Trust", "nhs-trust")
      .contract("Head", "prime-provider")
      .contract("Part", "sub-contract")
      .relate("under", "Part", "Head")
      .relate("commissions", "Company", "Part")
      .relate("holds", "Trust", "Part");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("is silent where nobody is drawn to buy the sub-contract, or an NHS body or council does", () => {
    expect(findingsOf(rule, chain())).toEqual([]);
    for (const kind of ["ccg", "local-authority", "nhs-trust"] as const) {
      const map = chain()
        .organisation("Also", kind)
        .relate("commissions", "Company", "Part")
        .relate("commissions", "Also", "Part");
      expect(findingsOf(rule, map)).toEqual([]);
    }
  });

  it("counts the full members of a joint committee as buyers", () => {
    const committee = (standing: "full" | "associate") =>
      chain()
        .organisation("CCG", "ccg")
        .forum("Committee", "joint-committee")
        .relate("member", "CCG", "Committee", { standing })
        .relate("commissions", "Committee", "Part");
    expect(findingsOf(rule, committee("full"))).toEqual([]);
    expect(findingsOf(rule, committee("associate"))).toHaveLength(1);
  });

  it.each(["ccg", "independent-provider", "gp-practice", "local-authority"] as const)(
    "is silent where a %s supplies",
    (supplier) => {
      expect(findingsOf(rule, chain({ supplier }).relate("commissions", "Company", "Part"))).toEqual([]);
    },
  );

  it("is silent where the contract above is no head contract", () => {
    expect(
      findingsOf(rule, chain({ head: "sub-contract" }).relate("commissions", "Company", "Part")),
    ).toEqual([]);
    const nested = chain()
      .relate("commissions", "Company", "Part")
      .contract("Top", "prime-contractor")
      .relate("under", "Head", "Top");
    expect(findingsOf(rule, nested)).toEqual([]);
  });

  it("names only the sub-contracts that leak, in document order, also of a contract that has ended", () => {
    const map = chain({ contract: { status: "terminated" } })
      .contract("Another", "nhs-standard")
      .contract("Private", "sub-contract")
      .organisation("Clinic", "independent-provider")
      .relate("under", "Another", "Head")
      .relate("under", "Private", "Head")
      .relate("holds", "Trust", "Another")
      .relate("holds", "Clinic", "Private")
      .relate("commissions", "Company", "Another")
      .relate("commissions", "Company", "Private")
      .relate("commissions", "Company", "Part");
    expect(theFinding(rule, map).subjects).toEqual(["Head", "Company", "Part", "Another"]);
  });
});
