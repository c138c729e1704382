import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "procurement-route-not-stated";

function map2012(contract: Partial<Contract> = {}, kind: Contract["kind"] = "prime-provider") {
  return buildMap("england-2012").contract("Care", kind, { status: "live", ...contract });
}
function map2022(contract: Partial<Contract> = {}, asOf = "2024-01-01") {
  return buildMap("england-2022")
    .asOf(asOf)
    .contract("Care", "prime-provider", { status: "live", services: ["community"], ...contract });
}

describe(rule, () => {
  it.each(["awarded", "live"] as const)("is a warning for a contract that is %s", (status) => {
    const finding = theFinding(rule, map2012({ status }));
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "guidance",
      subjects: ["Care"],
      facts: { status },
    });
    expect(finding.message).toBe(`“Care” is ${status}, and how it was procured is not stated.`);
    expect(finding.fixes).toEqual([]);
  });

  it.each(["proposed", "in-procurement", "terminated"] as const)(
    "is silent while a contract is %s",
    (status) => {
      expect(findingsOf(rule, map2012({ status }))).toEqual([]);
    },
  );

  it("is silent where no status is stated: nobody has said that it is signed", () => {
    expect(findingsOf(rule, buildMap().contract("Care", "prime-provider"))).toEqual([]);
  });

  it("takes no procurement for a route under the Act of 2012, and for none under that of 2022", () => {
    expect(findingsOf(rule, map2012({ procurement: "none" }))).toEqual([]);
    const finding = theFinding(rule, map2022({ procurement: "none", start: "2023-12-31" }));
    expect(finding).toMatchObject({ severity: "warning", facts: { status: "live", procurement: "none" } });
    expect(finding.message).toBe("“Care” is live, and it is drawn as let without a procurement.");
  });

  it.each(["direct-award", "psr-competitive", "light-touch"] as const)(
    "is silent with the route %s",
    (procurement) => {
      expect(findingsOf(rule, map2012({ procurement }))).toEqual([]);
      expect(findingsOf(rule, map2022({ procurement }))).toEqual([]);
    },
  );

  it("is an error in regulation for health services from 1 January 2024", () => {
    const finding = theFinding(rule, map2022());
    expect(finding).toMatchObject({ severity: "error", basis: "regulation", subjects: ["Care"] });
    // It comes back where it was accepted while it was no fault under the regulations.
    expect(finding.facts).toEqual({ status: "live", coversHealth: true });
    expect(finding.message).toBe(
      "“Care” is live and covers health services, and how it was procured is not stated. Since 1 January 2024 that may breach the Provider Selection Regime.",
    );
    expect(theFinding(rule, map2022({ procurement: "none" })).severity).toBe("error");
  });

  it.each([
    ["it starts before", map2022({ start: "2023-12-31" })],
    ["the map shows an earlier day", map2022({}, "2023-12-31")],
    ["no service is a health service", map2022({ services: ["social-care", "housing"] })],
    [
      "no services are stated",
      buildMap("england-2022").asOf("2025-01-01").contract("Care", "other", { status: "live" }),
    ],
    [
      "neither start nor day is stated",
      buildMap("england-2022").contract("Care", "other", { status: "live", services: ["acute"] }),
    ],
  ])("stays a warning under the Act of 2022 where %s", (_why, map) => {
    expect(theFinding(rule, map)).toMatchObject({ severity: "warning", basis: "guidance" });
  });

  it("lets the start go before the day of the map", () => {
    expect(theFinding(rule, map2022({ start: "2024-01-01" }, "2022-07-01")).severity).toBe("error");
  });

  it.each(["grant", "section-75-provision", "sub-contract", "pms", "memorandum", "framework"] as const)(
    "is silent for the kind %s",
    (kind) => {
      expect(findingsOf(rule, map2012({}, kind))).toEqual([]);
    },
  );

  it("is silent for a contract under another", () => {
    const map = map2012().contract("Head", "prime-provider").relate("under", "Care", "Head");
    expect(findingsOf(rule, map)).toEqual([]);
  });
});
