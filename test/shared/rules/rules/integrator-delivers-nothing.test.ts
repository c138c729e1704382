import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "integrator-delivers-nothing";

function heldBy(
  kind: Organisation["kind"],
  contractKind: Contract["kind"],
  given: Partial<Organisation> = {},
  contract: Partial<Contract> = {},
) {
  return buildMap()
    .organisation("Holder", kind, given)
    .contract("Care", contractKind, contract)
    .relate("holds", "Holder", "Care");
}

describe(rule, () => {
  it("is worth a look where an integrator is prime contractor", () => {
    const finding = theFinding(rule, heldBy("integrator", "prime-contractor"));
    expect(finding).toMatchObject({
      severity: "info",
      basis: "lesson",
      subjects: ["Holder", "Care"],
      facts: { contractKind: "prime-contractor", kind: "integrator" },
      fixes: [],
    });
    expect(finding.message).toBe(
      "Holder, an integrator that delivers no care itself, holds “Care” as prime contractor. That is allowed; it is worth asking what it adds to the work of those who deliver.",
    );
  });

  it("is a warning where the contract asks for a prime provider", () => {
    const finding = theFinding(rule, heldBy("independent-provider", "prime-provider", { services: [] }));
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "lesson",
      facts: { contractKind: "prime-provider", services: [] },
    });
    expect(finding.message).toBe(
      "Holder, which is stated to deliver no services itself, holds “Care” as prime provider, but a prime provider delivers some of the care itself.",
    );
  });

  it("speaks of an integrator whatever services are listed for it", () => {
    const map = heldBy("integrator", "prime-provider", { services: ["community"] });
    expect(findingsOf(rule, map)).toHaveLength(1);
  });

  it("speaks of any organisation that is stated to deliver nothing, and of no other", () => {
    expect(findingsOf(rule, heldBy("joint-venture", "prime-contractor", { services: [] }))).toHaveLength(1);
    expect(findingsOf(rule, heldBy("other", "prime-contractor", { services: [] }))).toHaveLength(1);
    expect(findingsOf(rule, heldBy("joint-venture", "prime-contractor"))).toEqual([]);
    expect(findingsOf(rule, heldBy("nhs-trust", "prime-provider", { services: ["acute"] }))).toEqual([]);
  });

  it.each(["nhs-standard", "alliance", "mcp-fully-integrated", "other"] as const)(
    "is silent for a %s",
    (kind) => {
      expect(findingsOf(rule, heldBy("integrator", kind))).toEqual([]);
    },
  );

  it("is silent for what is let under another contract", () => {
    const map = heldBy("integrator", "prime-contractor")
      .contract("Head", "nhs-standard")
      .relate("under", "Care", "Head");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("makes one finding per organisation and contract, ended ones too", () => {
    const map = heldBy("integrator", "prime-contractor", {}, { status: "terminated" })
      .organisation("Second", "integrator")
      .contract("More", "prime-provider")
      .relate("holds", "Holder", "More")
      .relate("holds", "Holder", "More")
      .relate("holds", "Second", "More");
    expect(findingsOf(rule, map).map(({ severity, subjects }) => [severity, ...subjects])).toEqual([
      ["warning", "Holder", "More"],
      ["warning", "Second", "More"],
      ["info", "Holder", "Care"],
    ]);
  });
});
