import { describe, expect, it } from "vitest";
import { PAYMENTS } from "../../../../shared/model/contractTerms.ts";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "mixed-payment";

function paidFor(kind: Contract["kind"] = "alliance", contract: Partial<Contract> = {}) {
  return buildMap()
    .organisation("CCG", "ccg")
    .organisation("A", "nhs-trust")
    .organisation("B", "nhs-trust")
    .contract("Care", kind, contract)
    .relate("holds", "A", "Care")
    .relate("holds", "B", "Care");
}
function withSubs() {
  const map = buildMap()
    .organisation("Prime", "nhs-trust")
    .contract("Care", "prime-provider")
    .relate("holds", "Prime", "Care");
  for (const id of ["A", "B"])
    map
      .organisation(id, "nhs-trust")
      .contract(`Sub ${id}`, "sub-contract")
      .relate("holds", id, `Sub ${id}`)
      .relate("under", `Sub ${id}`, "Care");
  return map;
}

describe(rule, () => {
  it.each(["activity", "fee-for-service"] as const)(
    "is a warning where %s and block occur together",
    (payment) => {
      const map = paidFor()
        .relate("pays", "CCG", "A", { payment, contract: "Care" })
        .relate("pays", "CCG", "B", { payment: "block", contract: "Care" });
      expect(theFinding(rule, map)).toMatchObject({
        severity: "warning",
        basis: "lesson",
        subjects: ["Care"],
        facts: { payments: [payment, "block"].sort() },
        fixes: [],
      });
    },
  );

  it("says who is paid how", () => {
    const map = paidFor()
      .relate("pays", "CCG", "A", { payment: "activity", contract: "Care" })
      .relate("pays", "CCG", "B", { payment: "block", contract: "Care", annualAmount: 5 });
    expect(theFinding(rule, map).message).toBe(
      "For “Care”, A is paid by activity, and B by block. The two may pull against each other.",
    );
    map.relate("pays", "CCG", "B", { payment: "fee-for-service", contract: "Care" });
    expect(theFinding(rule, map).message).toContain(
      "A and B are paid by activity and by fee for service, and B by block",
    );
  });

  it("says it of one holder that is paid in both ways", () => {
    const map = paidFor()
      .fund("Pool", "pooled")
      .relate("pays", "Pool", "A", { payment: "fee-for-service", contract: "Care" })
      .relate("pays", "Pool", "A", { payment: "block", contract: "Care" });
    expect(theFinding(rule, map).message).toContain("A is paid both by fee for service and by block");
  });

  it.each(PAYMENTS.filter((payment) => !["block", "activity", "fee-for-service"].includes(payment)))(
    "does not take %s for either",
    (payment) => {
      const map = paidFor()
        .relate("pays", "CCG", "A", { payment: "block", contract: "Care" })
        .relate("pays", "CCG", "B", { payment, contract: "Care" });
      expect(findingsOf(rule, map)).toEqual([]);
    },
  );

  it("looks at payments that name the contract or one under it, to those who hold it", () => {
    const unnamed = paidFor()
      .organisation("Other", "nhs-trust")
      .contract("Elsewhere", "gms")
      .relate("pays", "CCG", "A", { payment: "activity", contract: "Care" })
      .relate("pays", "CCG", "B", { payment: "block" })
      .relate("pays", "CCG", "B", { payment: "block", contract: "Elsewhere" })
      .relate("pays", "CCG", "Other", { payment: "block", contract: "Care" });
    expect(findingsOf(rule, unnamed)).toEqual([]);
    const named = unnamed.contract("Sub", "sub-contract").relate("under", "Sub", "Care");
    expect(
      findingsOf(rule, named.relate("pays", "CCG", "B", { payment: "block", contract: "Sub" })),
    ).toHaveLength(1);
  });

  it("looks at the holders of the contracts under it by themselves", () => {
    const among = withSubs()
      .relate("pays", "Prime", "A", { payment: "activity", contract: "Sub A" })
      .relate("pays", "Prime", "B", { payment: "block", contract: "Care" });
    expect(theFinding(rule, among).subjects).toEqual(["Care"]);
    // The holder by block and one below it by activity are two levels, not one.
    const across = withSubs()
      .organisation("CCG", "ccg")
      .relate("pays", "CCG", "Prime", { payment: "block", contract: "Care" })
      .relate("pays", "Prime", "A", { payment: "activity", contract: "Sub A" });
    expect(findingsOf(rule, across)).toEqual([]);
  });

  it("makes one finding where both levels are mixed, and looks one level deep", () => {
    const map = withSubs();
    for (const [to, contract] of [
      ["Prime", "Care"],
      ["A", "Sub A"],
    ] as const)
      for (const payment of ["activity", "block"] as const)
        map.relate("pays", "B", to, { payment, contract });
    expect(theFinding(rule, map).message).toContain("Prime is paid both");
    const deep = withSubs().contract("Deep", "sub-contract").relate("under", "Deep", "Sub A");
    for (const payment of ["activity", "block"] as const)
      deep.relate("pays", "B", "A", { payment, contract: "Deep" });
    expect(findingsOf(rule, deep)).toEqual([]);
  });

  it("looks at head contracts that have not ended", () => {
    for (const [kind, contract] of [
      ["sub-contract", {}],
      ["gms", {}],
      ["alliance", { status: "terminated" }],
    ] as const) {
      const map = paidFor(kind, contract)
        .relate("pays", "CCG", "A", { payment: "activity", contract: "Care" })
        .relate("pays", "CCG", "B", { payment: "block", contract: "Care" });
      expect(findingsOf(rule, map)).toEqual([]);
    }
    const ended = withSubs()
      .contract("Old", "sub-contract", { status: "terminated" })
      .relate("under", "Old", "Care")
      .relate("holds", "A", "Old")
      .relate("pays", "Prime", "A", { payment: "activity", contract: "Old" })
      .relate("pays", "Prime", "B", { payment: "block", contract: "Sub B" });
    expect(findingsOf(rule, ended)).toEqual([]);
  });
});
