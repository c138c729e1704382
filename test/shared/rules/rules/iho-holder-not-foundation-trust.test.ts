import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import { PROVIDER_KINDS } from "../../../../shared/model/organisationKind.ts";
import type { Regime } from "../../../../shared/model/systemMap.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "iho-holder-not-foundation-trust";
type Holder = readonly [kind: Organisation["kind"], lead?: boolean];

function heldBy(
  holders: readonly Holder[],
  {
    kind = "integrated-health-organisation",
    regime = "england-2022",
    status,
  }: { kind?: Contract["kind"]; regime?: Regime; status?: Contract["status"] } = {},
) {
  const map = buildMap(regime).contract("Care", kind, status ? { status } : {});
  for (const [index, [holder, lead]] of holders.entries()) {
    const id = `Holder ${index + 1}`;
    map.organisation(id, holder).relate("holds", id, "Care", lead === undefined ? {} : { lead });
  }
  return map;
}

describe(rule, () => {
  it.each([...PROVIDER_KINDS, "icb", "local-authority", "other"] as const)(
    "is a warning against guidance where a %s alone holds it, unless it is a foundation trust",
    (kind) => {
      const findings = findingsOf(rule, heldBy([[kind]]));
      if (kind === "foundation-trust") expect(findings).toEqual([]);
      else
        expect(findings).toMatchObject([
          {
            severity: "warning",
            basis: "guidance",
            subjects: ["Care", "Holder 1"],
            facts: { kinds: [kind] },
          },
        ]);
    },
  );

  it("says what is wrong on this map", () => {
    expect(theFinding(rule, heldBy([["nhs-trust"]])).message).toBe(
      "Holder 1, an NHS trust, holds “Care”, a contract for an integrated health organisation. NHS England’s guidance opens such contracts to foundation trusts only.",
    );
    expect(theFinding(rule, heldBy([["foundation-trust"], ["gp-federation", true]])).message).toMatch(
      /^Holder 2, a GP federation, leads “Care”, /,
    );
  });

  it("looks at the lead among several holders, and waits where nobody leads", () => {
    expect(theFinding(rule, heldBy([["foundation-trust"], ["nhs-trust", true]])).subjects).toEqual([
      "Care",
      "Holder 2",
    ]);
    expect(findingsOf(rule, heldBy([["foundation-trust", true], ["nhs-trust"]]))).toEqual([]);
    expect(findingsOf(rule, heldBy([["gp-federation"], ["nhs-trust"]]))).toEqual([]);
    expect(findingsOf(rule, heldBy([["nhs-trust", false]]))).toHaveLength(1);
    expect(findingsOf(rule, heldBy([]))).toEqual([]);
  });

  it("makes one finding for several leads that are none", () => {
    const finding = theFinding(
      rule,
      heldBy([
        ["nhs-trust", true],
        ["foundation-trust", true],
        ["gp-federation", true],
      ]),
    );
    expect(finding.subjects).toEqual(["Care", "Holder 1", "Holder 3"]);
    expect(finding.message).toMatch(/^Holder 1 and Holder 3, no foundation trusts, lead “Care”, /);
  });

  it("is silent for other contracts, under the Act of 2012, and for one that has ended", () => {
    expect(findingsOf(rule, heldBy([["nhs-trust"]], { kind: "mcp-fully-integrated" }))).toEqual([]);
    expect(findingsOf(rule, heldBy([["nhs-trust"]], { regime: "england-2012" }))).toEqual([]);
    expect(findingsOf(rule, heldBy([["nhs-trust"]], { status: "terminated" }))).toEqual([]);
  });

  describe("its fixes", () => {
    it("propose that a foundation trust that holds it leads it", () => {
      const map = heldBy([["nhs-trust", true], ["foundation-trust"]]);
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that Holder 2 leads it"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("holds-1")).not.toHaveProperty("lead");
      expect(after.relationById.get("holds-2")).toMatchObject({ lead: true, proposed: true });
    });

    it("propose those behind a holder or with a contract under it, at most three", () => {
      const map = heldBy([["provider-collaborative"]])
        .contract("Part", "sub-contract")
        .relate("under", "Part", "Care");
      for (const id of ["Member", "Owner", "Supplier", "Stranger"]) map.organisation(id, "foundation-trust");
      map
        .relate("member", "Member", "Holder 1")
        .relate("owns", "Owner", "Holder 1")
        .relate("holds", "Supplier", "Part");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual([
        "Propose that Member leads it",
        "Propose that Owner leads it",
        "Propose that Supplier leads it",
      ]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[2]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("new-1")).toEqual({
        id: "new-1",
        type: "holds",
        from: "Supplier",
        to: "Care",
        lead: true,
        proposed: true,
      });
      map.organisation("Another", "foundation-trust").relate("member", "Another", "Holder 1");
      expect(theFinding(rule, map).fixes).toHaveLength(3);
    });

    it("are not offered where no foundation trust has to do with it", () => {
      expect(theFinding(rule, heldBy([["nhs-trust"]]).organisation("Far", "foundation-trust")).fixes).toEqual(
        [],
      );
    });
  });
});
