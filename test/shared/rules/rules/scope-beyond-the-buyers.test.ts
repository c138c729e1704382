import { describe, expect, it } from "vitest";
import type { Contract, Organisation } from "../../../../shared/model/element.ts";
import type { RelationOf } from "../../../../shared/model/relation.ts";
import type { Service } from "../../../../shared/model/services.ts";
import type { Regime } from "../../../../shared/model/systemMap.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "scope-beyond-the-buyers";
const primaryCare = ["core-primary-care", "dental", "pharmacy", "optometry"] as const;

interface Given {
  regime?: Regime;
  buyer?: Organisation["kind"];
  kind?: Contract["kind"];
  contract?: Partial<Contract>;
}

function bought(services: readonly Service[], { regime, buyer, kind, contract }: Given = {}) {
  return buildMap(regime)
    .organisation("Buyer", buyer ?? "ccg")
    .organisation("England", "nhs-england")
    .contract("Care", kind ?? "prime-provider", { services: [...services], ...contract })
    .relate("commissions", "Buyer", "Care");
}

type Delegated = Pick<RelationOf<"delegates">, "function" | "level">;
const primary: Delegated = { function: "primary-care-commissioning", level: "delegated" };
const nhs: Delegated = { function: "nhs-commissioning", level: "delegated" };

describe(rule, () => {
  it.each([...primaryCare, "specialised"] as const)("is a warning in law where %s is in scope", (service) => {
    expect(theFinding(rule, bought(["community", service]))).toMatchObject({
      severity: "warning",
      basis: "law",
      subjects: ["Care", "Buyer"],
      facts: { services: [service] },
    });
  });

  it("names what is beyond the buyers, and all of them", () => {
    const map = bought(["specialised", "acute", "dental", "core-primary-care"])
      .organisation("Second", "local-authority")
      .relate("commissions", "Second", "Care");
    const finding = theFinding(rule, map);
    expect(finding.subjects).toEqual(["Care", "Buyer", "Second"]);
    expect(finding.message).toBe(
      "“Care” covers specialised services, dental care and core primary care, and Buyer and Second buy it. NHS England commissions such services unless it delegates them, and no such delegation to a buyer is drawn, so this may breach the NHS Act 2006.",
    );
  });

  it("is silent for other services, without any, and without a buyer", () => {
    expect(findingsOf(rule, bought(["acute", "enhanced-primary-care"]))).toEqual([]);
    const unstated = buildMap()
      .organisation("Buyer", "ccg")
      .contract("Care", "prime-provider")
      .relate("commissions", "Buyer", "Care");
    expect(findingsOf(rule, unstated)).toEqual([]);
    expect(findingsOf(rule, buildMap().contract("Care", "prime-provider", { services: ["dental"] }))).toEqual(
      [],
    );
  });

  it("is silent where NHS England buys too, also through a joint committee", () => {
    expect(findingsOf(rule, bought(["specialised"]).relate("commissions", "England", "Care"))).toEqual([]);
    const committee = bought(["specialised"])
      .forum("Committee", "joint-committee")
      .relate("member", "England", "Committee")
      .relate("commissions", "Committee", "Care");
    expect(findingsOf(rule, committee)).toEqual([]);
  });

  describe("with a delegation by NHS England", () => {
    it("is silent where it fits what is in scope", () => {
      expect(findingsOf(rule, bought(primaryCare).relate("delegates", "England", "Buyer", primary))).toEqual(
        [],
      );
      expect(findingsOf(rule, bought(["specialised"]).relate("delegates", "England", "Buyer", nhs))).toEqual(
        [],
      );
    });

    it("names what it does not fit", () => {
      const both = () => bought(["specialised", "dental"]);
      expect(theFinding(rule, both().relate("delegates", "England", "Buyer", primary)).facts).toEqual({
        services: ["specialised"],
      });
      expect(theFinding(rule, both().relate("delegates", "England", "Buyer", nhs)).facts).toEqual({
        services: ["dental"],
      });
      const other = { function: "other" } as const;
      expect(findingsOf(rule, both().relate("delegates", "England", "Buyer", other))).toHaveLength(1);
    });

    it("counts one to a committee that buys or to any buyer, and none by or to somebody else", () => {
      const second = () => bought(["dental"]).organisation("Second", "ccg").organisation("Stranger", "ccg");
      const buys = second().relate("commissions", "Second", "Care");
      expect(findingsOf(rule, buys.relate("delegates", "England", "Second", primary))).toEqual([]);
      expect(findingsOf(rule, second().relate("delegates", "England", "Stranger", primary))).toHaveLength(1);
      expect(findingsOf(rule, second().relate("delegates", "Stranger", "Buyer", primary))).toHaveLength(1);
      const committee = bought(["dental"])
        .forum("Committee", "joint-committee")
        .relate("commissions", "Committee", "Care")
        .relate("delegates", "England", "Committee", primary);
      expect(findingsOf(rule, committee)).toEqual([]);
    });
  });

  describe("under the Act of 2022", () => {
    const since2022 = { regime: "england-2022", buyer: "icb" } as const;

    it("lets an integrated care board buy primary care", () => {
      expect(findingsOf(rule, bought(primaryCare, since2022))).toEqual([]);
      expect(findingsOf(rule, bought(primaryCare, { buyer: "icb" }))).toHaveLength(1);
    });

    it("still asks for the delegation of specialised services", () => {
      const map = () => bought(["specialised", "dental"], since2022);
      expect(theFinding(rule, map()).message).toBe(
        "“Care” covers specialised services, and Buyer buys it. NHS England commissions such services unless it delegates them, and no such delegation to a buyer is drawn, so this may breach the NHS Act 2006.",
      );
      expect(findingsOf(rule, map().relate("delegates", "England", "Buyer", nhs))).toEqual([]);
    });

    it("says who may buy primary care where no such board buys", () => {
      const council = { regime: "england-2022", buyer: "local-authority" } as const;
      expect(theFinding(rule, bought(["pharmacy"], council)).message).toContain(
        "Such services are for an integrated care board or NHS England to commission, and no such delegation",
      );
      expect(theFinding(rule, bought(["pharmacy", "specialised"], council)).message).toContain(
        "NHS England commissions specialised services, and it or an integrated care board primary care, and no",
      );
    });
  });

  it("is silent for what is no head contract, or has ended", () => {
    expect(findingsOf(rule, bought(["core-primary-care"], { kind: "gms" }))).toEqual([]);
    const under = bought(["dental"]).contract("Head", "prime-provider").relate("under", "Care", "Head");
    expect(findingsOf(rule, under)).toEqual([]);
    expect(findingsOf(rule, bought(["dental"], { contract: { status: "terminated" } }))).toEqual([]);
  });

  describe("its fixes", () => {
    it.each([
      ["england-2012", "ccg", "section-13z"],
      ["england-2022", "ccg", "section-65z5"],
    ] as const)("propose the delegations that are missing, under %s", (regime, buyer, legalBasis) => {
      const map = bought(["dental", "pharmacy", "specialised"], { regime, buyer });
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose that England delegates it to Buyer"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      const drawn = {
        type: "delegates",
        from: "England",
        to: "Buyer",
        level: "delegated",
        legalBasis,
        proposed: true,
      };
      expect(after.map.relations.filter(({ type }) => type === "delegates")).toEqual([
        { id: "new-1", ...drawn, function: "primary-care-commissioning" },
        { id: "new-2", ...drawn, function: "nhs-commissioning" },
      ]);
    });

    it("are offered for NHS commissioners that buy only, at most three, and only with NHS England on the map", () => {
      expect(theFinding(rule, bought(["dental"], { buyer: "local-authority" })).fixes).toEqual([]);
      const without = buildMap()
        .organisation("Buyer", "ccg")
        .contract("Care", "prime-provider", { services: ["dental"] })
        .relate("commissions", "Buyer", "Care");
      expect(theFinding(rule, without).fixes).toEqual([]);
      const many = bought(["dental"]);
      for (const id of ["A", "B", "C"]) many.organisation(id, "ccg").relate("commissions", id, "Care");
      expect(theFinding(rule, many).fixes).toHaveLength(3);
    });
  });
});
