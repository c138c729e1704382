import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "no-accountable-lead";

function heldBy(
  holders: readonly string[],
  kind: Contract["kind"] = "prime-provider",
  contract: Partial<Contract> = {},
) {
  const map = buildMap().contract("Care", kind, contract);
  for (const id of holders) map.organisation(id, "nhs-trust");
  for (const id of [...holders].reverse()) map.relate("holds", id, "Care");
  return map;
}

describe(rule, () => {
  it("is a warning where two hold a contract and none leads", () => {
    const finding = theFinding(rule, heldBy(["A", "B"]));
    expect(finding).toMatchObject({ severity: "warning", basis: "lesson", subjects: ["Care", "A", "B"] });
    expect(finding.message).toBe(
      "“Care” is held by A and B, and none of them is the lead. It may be unclear who answers for the whole.",
    );
  });

  it("is silent with one holder, though drawn twice, and where one leads", () => {
    expect(findingsOf(rule, heldBy(["A"]).relate("holds", "A", "Care"))).toEqual([]);
    expect(findingsOf(rule, heldBy([]))).toEqual([]);
    const led = heldBy(["A"]).organisation("B", "nhs-trust").relate("holds", "B", "Care", { lead: true });
    expect(findingsOf(rule, led)).toEqual([]);
    const notLed = heldBy(["A"]).organisation("B", "nhs-trust").relate("holds", "B", "Care", { lead: false });
    expect(findingsOf(rule, notLed)).toHaveLength(1);
  });

  it.each(["alliance", "sub-contract", "gms", "memorandum", "framework"] as const)(
    "is silent for the kind %s",
    (kind) => {
      expect(findingsOf(rule, heldBy(["A", "B"], kind))).toEqual([]);
    },
  );

  it("is silent for a contract under another and for one that has ended", () => {
    const under = heldBy(["A", "B"]).contract("Head", "alliance").relate("under", "Care", "Head");
    expect(findingsOf(rule, under)).toEqual([]);
    expect(findingsOf(rule, heldBy(["A", "B"], "other", { status: "terminated" }))).toEqual([]);
  });

  it("lets the room name one of them, at most three to choose from", () => {
    const map = heldBy(["A", "B", "C", "D"]);
    const finding = theFinding(rule, map);
    expect(fixLabels(finding)).toEqual(["State A as the lead", "State B as the lead", "State C as the lead"]);
    const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[1]);
    expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
    expect(after.map.relations.filter((relation) => "lead" in relation)).toMatchObject([
      { type: "holds", from: "B", lead: true },
    ]);
  });
});
