import { describe, expect, it } from "vitest";
import { CONTRACT_STATUSES, RISK_SHARES } from "../../../../shared/model/contractTerms.ts";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "risk-share-not-agreed";
const live = { status: "live", payment: "capitation" } as const;
const map = (contract: Partial<Contract> = live, kind: Contract["kind"] = "prime-provider") =>
  buildMap().contract("Care", kind, contract);
const speaks = (contract?: Partial<Contract>, kind?: Contract["kind"]) =>
  findingsOf(rule, map(contract, kind)).length === 1;

describe(rule, () => {
  it("is a warning about a capitated contract that runs, with what it is worth", () => {
    const finding = theFinding(rule, map({ ...live, annualValue: 145_200_000 }));
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "guidance",
      subjects: ["Care"],
      facts: { status: "live", annualValue: 145_200_000 },
    });
    expect(finding.message).toBe(
      "“Care” (£145.2m a year) is capitated and live, but how losses and savings are shared is not stated.",
    );
  });

  it.each(CONTRACT_STATUSES)("asks only of what is awarded or live: %s", (status) => {
    expect(speaks({ ...live, status })).toBe(status === "awarded" || status === "live");
  });

  it("does not ask while the status is not stated", () => {
    expect(speaks({ payment: "capitation" })).toBe(false);
  });

  it.each(RISK_SHARES)("is silent where the risk share is stated: %s", (riskShare) => {
    expect(speaks({ ...live, riskShare })).toBe(false);
  });

  it.each(["mcp-partially-integrated", "mcp-fully-integrated", "integrated-health-organisation"] as const)(
    "takes a %s for capitated, whatever its payment",
    (kind) => {
      expect(speaks({ status: "awarded", payment: "block" }, kind)).toBe(true);
    },
  );

  it("is silent where the contract is not capitated", () => {
    expect(speaks({ status: "live", payment: "block" })).toBe(false);
    expect(speaks({ status: "live" }, "mcp-virtual")).toBe(false);
  });

  it("is silent for what is no head contract", () => {
    expect(speaks(live, "sub-contract")).toBe(false);
    expect(speaks(live, "gms")).toBe(false);
    const under = map().contract("Head", "prime-contractor").relate("under", "Care", "Head");
    expect(findingsOf(rule, under)).toEqual([]);
  });

  it("offers no fix: what was agreed is for the parties to say", () => {
    expect(theFinding(rule, map()).fixes).toEqual([]);
  });
});
