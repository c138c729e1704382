import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import { buildMap, type MapBuilder } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "core-primary-care-covered-twice";
const core = { services: ["core-primary-care", "community"] } as const;

/** A contract for core care, and a practice with a core contract of its own and no part in the other yet. */
function start(
  kind: Organisation["kind"] = "gp-practice",
  coreKind: Contract["kind"] = "gms",
  head: Partial<Contract> = core,
  own: Partial<Contract> = {},
) {
  return buildMap()
    .organisation("Practice", kind)
    .contract("Own", coreKind, own)
    .contract("Head", "mcp-fully-integrated", head)
    .relate("holds", "Practice", "Own");
}

const parts: Readonly<Record<string, (map: MapBuilder) => MapBuilder>> = {
  "holds it too": (map) => map.relate("holds", "Practice", "Head"),
  "holds a contract under it": (map) =>
    map
      .contract("Under", "sub-contract")
      .relate("under", "Under", "Head")
      .relate("holds", "Practice", "Under"),
  "owns a holder": (map) =>
    map
      .organisation("Company", "other")
      .relate("holds", "Company", "Head")
      .relate("owns", "Practice", "Company"),
  "is a member of a holder": (map) =>
    map
      .organisation("Federation", "gp-federation")
      .relate("holds", "Federation", "Head")
      .relate("member", "Practice", "Federation", { standing: "associate" }),
};
const holds = parts["holds it too"] as (map: MapBuilder) => MapBuilder;

describe(rule, () => {
  it.each(Object.entries(parts))("is an error in law where a practice with a core contract %s", (_, part) => {
    const finding = theFinding(rule, part(start()));
    expect(finding).toMatchObject({ severity: "error", basis: "law", subjects: ["Head", "Own"] });
    expect(finding.message).toBe(
      "“Head” covers core primary care, but Practice, which has a part in it, still holds its own core contract, “Own”. Covering the same care twice may breach the law on primary medical services.",
    );
  });

  it("is silent for a practice without a part in it", () => {
    expect(findingsOf(rule, start())).toEqual([]);
  });

  it.each(["gms", "pms", "apms"] as const)("takes a %s contract for a core contract", (kind) => {
    expect(findingsOf(rule, holds(start("gp-practice", kind)))).toHaveLength(1);
  });

  it("takes practices and super-partnerships for practices, and nobody else", () => {
    expect(findingsOf(rule, holds(start("gp-super-partnership")))).toHaveLength(1);
    for (const kind of ["gp-federation", "foundation-trust", "independent-provider"] as const)
      expect(findingsOf(rule, holds(start(kind)))).toEqual([]);
  });

  it("is silent where the practice has no core contract, or only one that was terminated", () => {
    expect(findingsOf(rule, holds(start("gp-practice", "nhs-standard")))).toEqual([]);
    expect(findingsOf(rule, holds(start("gp-practice", "gms", core, { status: "terminated" })))).toEqual([]);
    expect(findingsOf(rule, holds(start("gp-practice", "gms", core, { status: "live" })))).toHaveLength(1);
  });

  it("is silent where core care is not in scope, or no scope is stated", () => {
    expect(
      findingsOf(rule, holds(start("gp-practice", "gms", { services: ["enhanced-primary-care"] }))),
    ).toEqual([]);
    expect(findingsOf(rule, holds(start("gp-practice", "gms", {})))).toEqual([]);
  });

  it("is silent for what is no head contract, or has ended", () => {
    const under = holds(start()).contract("Above", "prime-provider").relate("under", "Head", "Above");
    expect(findingsOf(rule, under)).toEqual([]);
    expect(findingsOf(rule, holds(start("gp-practice", "gms", { ...core, status: "terminated" })))).toEqual(
      [],
    );
    const endedPart = start()
      .contract("Under", "sub-contract", { status: "terminated" })
      .relate("under", "Under", "Head")
      .relate("holds", "Practice", "Under");
    expect(findingsOf(rule, endedPart)).toEqual([]);
  });

  it("is silent where the part is two steps away", () => {
    const map = start()
      .contract("Under", "sub-contract")
      .contract("Deeper", "sub-contract")
      .relate("under", "Under", "Head")
      .relate("under", "Deeper", "Under")
      .relate("holds", "Practice", "Deeper");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("names all core contracts once, in document order, in one finding", () => {
    const map = holds(start())
      .organisation("Second", "gp-super-partnership")
      .contract("Other", "pms")
      .relate("holds", "Second", "Own")
      .relate("holds", "Second", "Other")
      .relate("holds", "Second", "Head");
    const finding = theFinding(rule, map);
    expect(finding.subjects).toEqual(["Head", "Own", "Other"]);
    expect(finding.message).toContain(
      "Practice and Second, which have a part in it, still hold their own core contracts, “Own” and “Other”.",
    );
  });

  it("offers to leave core care out, until the contract is let", () => {
    const map = holds(start());
    const finding = theFinding(rule, map);
    expect(fixLabels(finding)).toEqual(["Propose to leave core primary care out of it"]);
    const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
    expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
    expect(after.elementById.get("Head")).toMatchObject({ services: ["community"], proposed: true });
    const let_ = holds(start("gp-practice", "gms", { ...core, status: "awarded" }));
    expect(theFinding(rule, let_).fixes).toEqual([]);
  });
});
