import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { findingsOf, theFinding } from "../checking.ts";

const rule = "outcomes-without-measures";
const map = (contract: Partial<Contract>, kind: Contract["kind"] = "prime-provider") =>
  buildMap().contract("Care", kind, contract);
const speaks = (contract: Partial<Contract>) => findingsOf(rule, map(contract)).length === 1;

describe(rule, () => {
  it.each([
    [
      { outcomePercent: 2.5 },
      "2.5% of what “Care” pays depends on outcomes, but no outcome measures are stated.",
      { outcomePercent: 2.5 },
    ],
    [
      { outcomePercent: 10, outcomeMeasures: 0 },
      "10% of what “Care” pays depends on outcomes, but it is stated to have no outcome measures.",
      { outcomePercent: 10, outcomeMeasures: 0 },
    ],
    [
      { payment: "outcome" },
      "“Care” is paid by outcomes, but no outcome measures are stated.",
      { payment: "outcome" },
    ],
    [
      { payment: "outcome", outcomePercent: 0, outcomeMeasures: 0 },
      "“Care” is paid by outcomes, but it is stated to have no outcome measures.",
      { payment: "outcome", outcomeMeasures: 0 },
    ],
  ] as const)("is a warning for %o", (contract, message, facts) => {
    const finding = theFinding(rule, map(contract));
    expect(finding).toMatchObject({ severity: "warning", basis: "guidance", subjects: ["Care"], fixes: [] });
    expect(finding.message).toBe(message);
    expect(finding.facts).toEqual(facts);
  });

  it("is silent once there is a measure", () => {
    expect(speaks({ outcomePercent: 10, outcomeMeasures: 1 })).toBe(false);
    expect(speaks({ payment: "outcome", outcomeMeasures: 63 })).toBe(false);
  });

  it("is silent where nothing depends on outcomes", () => {
    expect(speaks({})).toBe(false);
    expect(speaks({ outcomePercent: 0, outcomeMeasures: 0 })).toBe(false);
    expect(speaks({ payment: "capitation", outcomePercent: 0 })).toBe(false);
    expect(speaks({ outcomeMeasures: 0 })).toBe(false);
  });

  it("speaks of any contract, also one that has ended", () => {
    const ended = map({ outcomePercent: 1, status: "terminated" }, "sub-contract");
    expect(findingsOf(rule, ended)).toHaveLength(1);
  });
});
