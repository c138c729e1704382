import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "route-of-another-regime";
const PSR_ROUTES = [
  "psr-direct-award-a",
  "psr-direct-award-b",
  "psr-direct-award-c",
  "psr-most-suitable-provider",
  "psr-competitive",
] as const;
const OLDER_ROUTES = [
  "competitive-tender",
  "competitive-dialogue",
  "restricted-tender",
  "most-capable-provider",
  "only-capable-provider",
  "light-touch",
  "direct-award",
] as const;

function map2022(contract: Partial<Contract> = {}, buyer: Organisation["kind"] = "icb") {
  return buildMap("england-2022")
    .asOf("2026-11-21")
    .organisation("Buyer", buyer)
    .contract("Care", "prime-provider", {
      procurement: "competitive-dialogue",
      services: ["community"],
      ...contract,
    })
    .relate("commissions", "Buyer", "Care");
}
const starting = { start: "2024-01-01" };

describe(rule, () => {
  it.each(PSR_ROUTES)("is an error under the Act of 2012 with the route %s", (procurement) => {
    const finding = theFinding(rule, buildMap().contract("Care", "sub-contract", { procurement }));
    expect(finding).toMatchObject({
      severity: "error",
      basis: "regulation",
      subjects: ["Care"],
      facts: { procurement },
    });
  });

  it("says what is wrong on a map of 2012", () => {
    const map = buildMap().contract("Care", "other", { procurement: "psr-direct-award-a" });
    expect(theFinding(rule, map).message).toBe(
      "“Care” names the route “PSR direct award A”, which came in on 1 January 2024. The map is drawn under the Health and Social Care Act 2012, so such an award may breach the regulations of its time.",
    );
  });

  it.each([...OLDER_ROUTES, "none"] as const)("is silent under the Act of 2012 with %s", (procurement) => {
    expect(findingsOf(rule, buildMap().contract("Care", "other", { procurement }))).toEqual([]);
  });

  it.each(OLDER_ROUTES)("is an error under the Act of 2022 from 1 January 2024 with %s", (procurement) => {
    expect(theFinding(rule, map2022({ procurement, ...starting }))).toMatchObject({
      severity: "error",
      basis: "regulation",
      subjects: ["Care"],
      facts: { procurement, start: "2024-01-01" },
    });
  });

  it("says what is wrong on a map of 2022", () => {
    expect(theFinding(rule, map2022({ start: "2024-04-01" })).message).toBe(
      "“Care” names the route “Competitive dialogue” and starts on 1 April 2024. For health services from 1 January 2024, a route that is not one of the Provider Selection Regime may breach its regulations.",
    );
  });

  it.each([...PSR_ROUTES, "none"] as const)("is silent under the Act of 2022 with %s", (procurement) => {
    expect(findingsOf(rule, map2022({ procurement, ...starting }))).toEqual([]);
  });

  it("is a warning for completeness where the start is not stated, whatever the day of the map", () => {
    const finding = theFinding(rule, map2022());
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "completeness",
      facts: { procurement: "competitive-dialogue" },
    });
    expect(finding.message).toContain("when it starts is not stated");
  });

  it.each([
    ["it started before", map2022({ start: "2023-12-31" })],
    [
      "no route is stated",
      buildMap("england-2022").contract("Care", "other", { services: ["acute"], ...starting }),
    ],
    ["no health service is in scope", map2022({ services: ["social-care"], ...starting })],
    ["a provider buys it", map2022(starting, "nhs-trust")],
    ["it is terminated", map2022({ status: "terminated", ...starting })],
  ])("is silent under the Act of 2022 where %s", (_why, map) => {
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("is silent where nobody buys it, or no services are stated", () => {
    const contract = { procurement: "light-touch", start: "2025-01-01" } as const;
    const unbought = buildMap("england-2022").contract("Care", "other", { ...contract, services: ["acute"] });
    expect(findingsOf(rule, unbought)).toEqual([]);
    const unscoped = buildMap("england-2022")
      .organisation("ICB", "icb")
      .contract("Care", "other", contract)
      .relate("commissions", "ICB", "Care");
    expect(findingsOf(rule, unscoped)).toEqual([]);
  });

  it.each(["icb", "nhs-england", "local-authority", "ccg"] as const)(
    "takes a %s for a commissioner",
    (kind) => {
      expect(findingsOf(rule, map2022(starting, kind))).toHaveLength(1);
    },
  );

  it("takes the members of a joint committee for buyers, and speaks of sub-contracts too", () => {
    const map = buildMap("england-2022")
      .organisation("ICB", "icb")
      .forum("Committee", "joint-committee")
      .contract("Care", "sub-contract", {
        procurement: "direct-award",
        services: ["acute"],
        start: "2025-01-01",
      })
      .relate("member", "ICB", "Committee")
      .relate("commissions", "Committee", "Care");
    expect(findingsOf(rule, map)).toHaveLength(1);
  });
});
