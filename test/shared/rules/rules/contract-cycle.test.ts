import { describe, expect, it } from "vitest";
import type { Contract } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "contract-cycle";

function ring(ids: readonly string[], kind: Contract["kind"] = "sub-contract") {
  const map = buildMap();
  for (const id of ids) map.contract(id, kind);
  for (const [index, id] of ids.entries()) map.relate("under", id, ids[(index + 1) % ids.length] ?? id);
  return map;
}

describe(rule, () => {
  it("is an error where contracts are under one another in a circle", () => {
    const finding = theFinding(rule, ring(["A", "C", "B"]));
    expect(finding).toMatchObject({
      severity: "error",
      basis: "completeness",
      subjects: ["A", "C", "B"],
      facts: {},
    });
    expect(finding.message).toBe(
      "“A”, “C” and “B” are drawn as let under one another in a circle, so none of them is the head contract.",
    );
  });

  it("is an error where a contract is under itself", () => {
    const finding = theFinding(rule, ring(["A"]));
    expect(finding.subjects).toEqual(["A"]);
    expect(finding.message).toBe("“A” is drawn as let under itself.");
  });

  it("is silent for a chain and for a contract under two others", () => {
    const map = buildMap().contract("A", "other").contract("B", "other").contract("C", "other");
    map.relate("under", "A", "B").relate("under", "B", "C").relate("under", "A", "C");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("makes one finding per set, in document order, without those that only lead there", () => {
    const map = ring(["A", "B"]);
    map.contract("X", "sub-contract").contract("D", "sub-contract").contract("C", "sub-contract");
    map
      .relate("under", "C", "D")
      .relate("under", "D", "C")
      .relate("under", "X", "C")
      .relate("under", "A", "X");
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([
      ["A", "B"],
      ["D", "C"],
    ]);
  });

  it("joins circles that share a contract", () => {
    const map = ring(["A", "B"]).contract("C", "sub-contract");
    map.relate("under", "B", "C").relate("under", "C", "B");
    expect(theFinding(rule, map).subjects).toEqual(["A", "B", "C"]);
  });

  it("leaves out contracts that have ended", () => {
    const map = ring(["A"]).contract("Old", "sub-contract", { status: "terminated" });
    map.contract("C", "sub-contract").relate("under", "C", "Old").relate("under", "Old", "C");
    expect(theFinding(rule, map).subjects).toEqual(["A"]);
  });

  it("follows a circle of ten thousand", () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `c${index}`);
    const finding = theFinding(rule, ring(ids));
    expect(finding.subjects).toHaveLength(10_000);
    expect(finding.message.length).toBeLessThan(200);
    expect(finding.fixes).toHaveLength(3);
  });

  describe("its fixes", () => {
    it("remove a line without which nothing goes round", () => {
      const map = ring(["A", "B"]).relate("under", "A", "B");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual([
        "Remove the line that lets “A” under “B”",
        "Remove the line that lets “B” under “A”",
      ]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      // Both lines that say the same go.
      expect(after.map.relations.map(({ from }) => from)).toEqual(["B"]);
    });

    it("remove the line from a contract to itself", () => {
      const map = ring(["A"]);
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Remove the line from “A” to itself"]);
      expect(effectOfFix(map, finding, finding.fixes[0])).toMatchObject({ remains: false, newErrors: [] });
    });

    it("are not offered where one line is not enough", () => {
      const map = ring(["A", "B"]).relate("under", "A", "A").relate("under", "B", "B");
      expect(theFinding(rule, map).fixes).toEqual([]);
    });

    it("are not offered where a head contract would come of it, which is asked much more", () => {
      expect(theFinding(rule, ring(["A", "B"], "prime-provider")).fixes).toEqual([]);
      const stillUnder = ring(["A", "B"], "nhs-standard")
        .contract("Head", "prime-provider")
        .relate("under", "A", "Head");
      expect(fixLabels(theFinding(rule, stillUnder))).toEqual(["Remove the line that lets “A” under “B”"]);
      stillUnder.organisation("Trust", "nhs-trust").relate("commissions", "Trust", "A");
      expect(theFinding(rule, stillUnder).fixes).toEqual([]);
    });
  });
});
