import { describe, expect, it } from "vitest";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "ownership-cycle";

function ring(...ids: readonly string[]) {
  const map = buildMap();
  for (const id of ids) map.organisation(id, "nhs-trust");
  for (const [index, id] of ids.entries()) map.relate("owns", id, ids[(index + 1) % ids.length] ?? id);
  return map;
}

describe(rule, () => {
  it("is an error where organisations own one another in a circle", () => {
    const finding = theFinding(rule, ring("A", "C", "B"));
    expect(finding).toMatchObject({
      severity: "error",
      basis: "completeness",
      subjects: ["A", "C", "B"],
      facts: {},
    });
    expect(finding.message).toBe(
      "A, C and B are drawn as owning one another in a circle, so nobody stands behind them.",
    );
  });

  it("is an error where one owns itself", () => {
    expect(theFinding(rule, ring("A")).message).toBe("A is drawn as owning itself.");
  });

  it("is silent for a chain and for two parents", () => {
    const map = buildMap().organisation("A", "other").organisation("B", "other").organisation("C", "other");
    map.relate("owns", "A", "B").relate("owns", "B", "C").relate("owns", "A", "C");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("makes one finding per set, in document order, and ignores lines that the grammar does not allow", () => {
    const map = ring("A", "B").organisation("D", "other").organisation("C", "other").fund("F", "pooled");
    map.relate("owns", "C", "D").relate("owns", "D", "C").relate("owns", "B", "C");
    map.relate("owns", "C", "F").relate("owns", "F", "C");
    expect(findingsOf(rule, map).map(({ subjects }) => subjects)).toEqual([
      ["A", "B"],
      ["D", "C"],
    ]);
  });

  describe("its fixes", () => {
    it("remove a line without which nothing goes round", () => {
      const map = ring("A", "B");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual([
        "Remove the line that says that A owns B",
        "Remove the line that says that B owns A",
      ]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[1]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.map.relations.map(({ from }) => from)).toEqual(["A"]);
    });

    it("remove the line from an organisation to itself", () => {
      expect(fixLabels(theFinding(rule, ring("A")))).toEqual(["Remove the line from A to itself"]);
    });

    it("are not offered where the shares that are left would not add up", () => {
      const map = buildMap()
        .organisation("Vehicle", "joint-venture")
        .organisation("Parent", "nhs-trust")
        .organisation("Holding", "other", { legalForm: "limited-by-shares" })
        .relate("owns", "Parent", "Vehicle", { percent: 60 })
        .relate("owns", "Holding", "Vehicle", { percent: 40 })
        .relate("owns", "Vehicle", "Holding", { percent: 100 });
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Remove the line that says that Vehicle owns Holding"]);
      expect(effectOfFix(map, finding, finding.fixes[0])).toMatchObject({ remains: false, newErrors: [] });
    });
  });
});
