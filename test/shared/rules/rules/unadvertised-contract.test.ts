import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "unadvertised-contract";
const large: Partial<Contract> = { totalValue: 589_148, procurement: "direct-award", advertised: false };

function awarded(contract: Partial<Contract> = {}, kind: Contract["kind"] = "prime-provider") {
  return buildMap()
    .asOf("2016-04-18")
    .contract("Care", kind, { ...large, ...contract });
}
const fires = (contract: Partial<Contract>) => findingsOf(rule, awarded(contract)).length === 1;

describe(rule, () => {
  it.each(["direct-award", "none"] as const)("is an error in regulation for the route %s", (procurement) => {
    expect(theFinding(rule, awarded({ procurement }))).toMatchObject({
      severity: "error",
      basis: "regulation",
      subjects: ["Care"],
      facts: { procurement, totalValue: 589_148, advertised: false },
    });
  });

  it("says what is wrong on this map", () => {
    expect(theFinding(rule, awarded({ totalValue: 726_000_000 })).message).toBe(
      "“Care” (£726m) is let by direct award and not advertised. At £589,148 or more that may breach the Public Contracts Regulations 2015.",
    );
  });

  it("is a warning for completeness where nobody has said whether it was advertised", () => {
    const map = buildMap()
      .asOf("2017-01-01")
      .contract("Care", "prime-provider", { totalValue: 600_000, procurement: "none" });
    const finding = theFinding(rule, map);
    expect(finding).toMatchObject({ severity: "warning", basis: "completeness" });
    expect(finding.facts).toEqual({ procurement: "none", totalValue: 600_000, advertised: null });
    expect(finding.message).toBe(
      "“Care” (£600k) is let without a procurement, and whether it was advertised is not stated.",
    );
  });

  it.each([
    ["only-capable-provider", false],
    ["most-capable-provider", undefined],
  ] as const)("asks for a record with the route %s", (procurement, advertised) => {
    const map = buildMap()
      .asOf("2016-07-31")
      .contract("Care", "prime-provider", {
        totalValue: 600_000,
        procurement,
        ...(advertised === undefined ? {} : { advertised }),
      });
    const finding = theFinding(rule, map);
    expect(finding).toMatchObject({ severity: "info", basis: "regulation" });
    expect(finding.message).toContain("keep a record of why others were not asked");
  });

  it.each([
    "competitive-tender",
    "competitive-dialogue",
    "restricted-tender",
    "light-touch",
    "psr-direct-award-a",
  ] as const)("is silent with the route %s", (procurement) => {
    expect(fires({ procurement })).toBe(false);
  });

  it("is silent where it was advertised, and where the route is not stated", () => {
    expect(fires({ advertised: true })).toBe(false);
    const { procurement: _, ...unstated } = large;
    expect(findingsOf(rule, buildMap().asOf("2016-04-18").contract("Care", "other", unstated))).toEqual([]);
  });

  it("draws the line at £589,148 over the whole term", () => {
    expect(fires({ totalValue: 589_147 })).toBe(false);
    const { totalValue: _, ...unpriced } = large;
    const derived = (contract: Partial<Contract>) =>
      findingsOf(
        rule,
        buildMap()
          .asOf("2016-04-18")
          .contract("Care", "other", { ...unpriced, ...contract }),
      );
    expect(derived({})).toEqual([]);
    // 48 months where no term is stated, else the term and its extension.
    expect(derived({ annualValue: 147_287 })).toHaveLength(1);
    expect(derived({ annualValue: 147_286 })).toEqual([]);
    expect(derived({ annualValue: 294_574, termMonths: 12, extensionMonths: 12 })).toHaveLength(1);
    expect(derived({ annualValue: 294_573, termMonths: 12, extensionMonths: 12 })).toEqual([]);
    expect(derived({ annualValue: 500_000 })[0]?.message).toContain(
      "(£2m over its whole term, worked out from its annual value)",
    );
    expect(derived({ annualValue: 9_000_000_000_000_000 })).toHaveLength(1);
  });

  it("counts from 18 April 2016: by its start, else by the day of the map", () => {
    expect(fires({ start: "2016-04-17" })).toBe(false);
    expect(fires({ start: "2016-04-18" })).toBe(true);
    expect(fires({ start: "0001-01-01" })).toBe(false);
    expect(fires({ start: "9999-12-31" })).toBe(true);
    expect(findingsOf(rule, buildMap().asOf("2016-04-17").contract("Care", "prime-provider", large))).toEqual(
      [],
    );
    expect(findingsOf(rule, buildMap().contract("Care", "prime-provider", large))).toEqual([]);
  });

  it.each(["grant", "section-75-provision", "sub-contract", "framework", "memorandum", "gms"] as const)(
    "is silent for the kind %s",
    (kind) => {
      expect(findingsOf(rule, awarded({}, kind))).toEqual([]);
    },
  );

  it("is silent for a contract under another, for a terminated one, and under the 2022 Act", () => {
    const under = awarded().contract("Head", "prime-provider").relate("under", "Care", "Head");
    expect(findingsOf(rule, under)).toEqual([]);
    expect(fires({ status: "terminated" })).toBe(false);
    const today = buildMap("england-2022").asOf("2026-01-01").contract("Care", "other", large);
    expect(findingsOf(rule, today)).toEqual([]);
  });

  it.each([{ proposed: true }, { status: "proposed" }] as const)(
    "can be advertised as long as it is only proposed: %o",
    (open) => {
      const map = awarded(open);
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose to advertise it"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.elementById.get("Care")).toMatchObject({ advertised: true });
    },
  );

  it("offers nothing for what has been let: whether it was advertised is a fact", () => {
    expect(theFinding(rule, awarded({ status: "live" })).fixes).toEqual([]);
    expect(theFinding(rule, awarded()).fixes).toEqual([]);
  });
});
