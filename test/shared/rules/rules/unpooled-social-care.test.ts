import { describe, expect, it } from "vitest";
import type { Contract, Fund } from "../../../../shared/model/element.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "unpooled-social-care";
const both = ["social-care", "community"] as const;

function jointContract(kind: Contract["kind"] = "prime-provider", contract: Partial<Contract> = {}) {
  return buildMap()
    .organisation("Council", "local-authority")
    .organisation("CCG", "ccg")
    .organisation("Trust", "foundation-trust")
    .contract("Care", kind, { services: [...both], ...contract })
    .relate("commissions", "CCG", "Care")
    .relate("commissions", "Council", "Care")
    .relate("holds", "Trust", "Care");
}

function withFund(kind: Fund["kind"], payers = ["Council", "CCG"], payee = "Trust") {
  const map = jointContract().fund("Fund", kind, { legalBasis: "section-75" }).relate("pays", "Fund", payee);
  for (const payer of payers) map.relate("pays", payer, "Fund");
  return map;
}

describe(rule, () => {
  it("is an error that names the councils that buy", () => {
    const finding = theFinding(rule, jointContract());
    expect(finding).toMatchObject({ severity: "error", basis: "lesson", subjects: ["Care", "Council"] });
    expect(finding.message).toBe(
      "“Care” covers social care together with health services, but no pooled fund of Council and an NHS commissioner pays Trust.",
    );
  });

  it("is silent where a pool of both sides pays a holder, whatever its basis", () => {
    expect(findingsOf(rule, withFund("pooled"))).toEqual([]);
    const noBasis = jointContract()
      .fund("Fund", "pooled", { legalBasis: "none" })
      .relate("pays", "Council", "Fund")
      .relate("pays", "CCG", "Fund")
      .relate("pays", "Fund", "Trust");
    expect(findingsOf(rule, noBasis)).toEqual([]);
  });

  it("stays an error where one side does not pay in, or the pool pays nobody who holds it", () => {
    expect(theFinding(rule, withFund("pooled", ["Council"])).severity).toBe("error");
    expect(theFinding(rule, withFund("pooled", ["CCG"])).severity).toBe("error");
    expect(theFinding(rule, withFund("pooled", ["Council", "Trust"])).severity).toBe("error");
    expect(theFinding(rule, withFund("pooled", ["Council", "CCG"], "CCG")).severity).toBe("error");
  });

  it("is a warning where an aligned fund that a council pays, pays a holder", () => {
    const finding = theFinding(rule, withFund("aligned"));
    expect(finding).toMatchObject({ severity: "warning", basis: "lesson", subjects: ["Care", "Council"] });
    expect(finding.message).toBe(
      "“Care” covers social care together with health services, but the money of Council is only aligned with NHS money, not pooled, on its way to Trust.",
    );
    expect(finding.facts).toEqual({ aligned: true });
    expect(theFinding(rule, withFund("aligned", ["Council"])).severity).toBe("warning");
    expect(theFinding(rule, withFund("aligned", ["CCG"])).severity).toBe("error");
    expect(theFinding(rule, withFund("aligned", ["Council"], "CCG")).severity).toBe("error");
    expect(theFinding(rule, withFund("programme")).severity).toBe("error");
  });

  it("needs both social care and a health service in the stated scope", () => {
    for (const services of [["social-care"], ["social-care", "housing"], ["community"], []] as const) {
      expect(findingsOf(rule, jointContract("prime-provider", { services: [...services] }))).toEqual([]);
    }
    const silent = buildMap().contract("Care", "prime-provider");
    expect(findingsOf(rule, silent)).toEqual([]);
  });

  it.each(["grant", "section-75-provision", "sub-contract", "memorandum", "framework", "gms"] as const)(
    "is silent for a %s",
    (kind) => {
      expect(findingsOf(rule, jointContract(kind))).toEqual([]);
    },
  );

  it("is silent for a contract under another, and for one that has ended", () => {
    const under = jointContract().contract("Head", "prime-provider").relate("under", "Care", "Head");
    expect(findingsOf(rule, under)).toEqual([]);
    expect(findingsOf(rule, jointContract("prime-provider", { status: "terminated" }))).toEqual([]);
  });

  it("is silent where only local authorities buy, directly or as a joint committee", () => {
    const councils = () =>
      buildMap()
        .organisation("One", "local-authority")
        .organisation("Two", "local-authority")
        .contract("Care", "prime-provider", { services: [...both] });
    expect(findingsOf(rule, councils().relate("commissions", "One", "Care"))).toEqual([]);
    const committee = councils()
      .forum("Committee", "joint-committee")
      .relate("member", "One", "Committee")
      .relate("member", "Two", "Committee")
      .relate("commissions", "Committee", "Care");
    expect(findingsOf(rule, committee)).toEqual([]);
    expect(findingsOf(rule, councils())).toHaveLength(1);
  });

  it("names the councils that buy as full members of a joint committee, in document order, each once", () => {
    const map = buildMap()
      .organisation("Second", "local-authority")
      .organisation("First", "local-authority")
      .organisation("Guest", "local-authority")
      .organisation("CCG", "ccg")
      .forum("Committee", "joint-committee")
      .contract("Care", "prime-provider", { services: [...both] })
      .relate("member", "First", "Committee", { standing: "full" })
      .relate("member", "Second", "Committee")
      .relate("member", "Guest", "Committee", { standing: "associate" })
      .relate("member", "CCG", "Committee")
      .relate("commissions", "Committee", "Care")
      .relate("commissions", "First", "Care");
    expect(theFinding(rule, map).subjects).toEqual(["Care", "Second", "First"]);
  });

  it("does not count members of another forum as buyers", () => {
    const map = buildMap()
      .organisation("Council", "local-authority")
      .forum("Board", "partnership-board")
      .contract("Care", "prime-provider", { services: [...both] })
      .relate("member", "Council", "Board")
      .relate("commissions", "Board", "Care");
    expect(theFinding(rule, map).subjects).toEqual(["Care"]);
  });

  it("leaves out money that is paid for a contract that has ended", () => {
    const map = jointContract()
      .fund("Fund", "pooled")
      .contract("Ended", "nhs-standard", { status: "terminated" })
      .relate("pays", "Council", "Fund")
      .relate("pays", "CCG", "Fund", { contract: "Ended" })
      .relate("pays", "Fund", "Trust");
    expect(theFinding(rule, map).severity).toBe("error");
  });

  describe("its fix", () => {
    it("proposes a pool of the buyers under section 75 that pays the holder, where there is room", () => {
      const map = jointContract();
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose a pool of Council and CCG"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect(remains).toBe(false);
      expect(newErrors).toEqual([]);
      const fund = after.elementById.get("new-1");
      expect(fund).toMatchObject({ type: "fund", kind: "pooled", legalBasis: "section-75", proposed: true });
      expect(
        after.map.relations.filter(({ type }) => type === "pays").map(({ from, to }) => [from, to]),
      ).toEqual([
        ["Council", "new-1"],
        ["CCG", "new-1"],
        ["new-1", "Trust"],
      ]);
      for (const other of map.map().elements) {
        const apart =
          Math.abs(other.position.x - (fund?.position.x ?? 0)) >= 240 ||
          Math.abs(other.position.y - (fund?.position.y ?? 0)) >= 140;
        expect(apart).toBe(true);
      }
    });

    it("pays the lead holder where one leads, else all of them", () => {
      const alliance = (lead: boolean) =>
        jointContract("alliance")
          .organisation("Practice group", "gp-federation")
          .relate("holds", "Practice group", "Care", lead ? { lead } : {});
      const payees = (map: ReturnType<typeof alliance>) => {
        const finding = theFinding(rule, map);
        const { remains, after } = effectOfFix(map, finding, finding.fixes[0]);
        expect(remains).toBe(false);
        return after.map.relations.flatMap(({ type, from, to }) =>
          type === "pays" && from === "new-1" ? [to] : [],
        );
      };
      expect(payees(alliance(true))).toEqual(["Practice group"]);
      expect(payees(alliance(false))).toEqual(["Trust", "Practice group"]);
    });

    it("takes who pays the holder, or the only council on the map, where no buyer says it", () => {
      const map = buildMap()
        .organisation("Council", "local-authority")
        .organisation("CCG", "ccg")
        .organisation("Other CCG", "ccg")
        .organisation("Trust", "foundation-trust")
        .contract("Care", "prime-provider", { services: [...both] })
        .relate("holds", "Trust", "Care")
        .relate("pays", "CCG", "Trust");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose a pool of Council and CCG"]);
      expect(effectOfFix(map, finding, finding.fixes[0])).toMatchObject({ remains: false, newErrors: [] });
    });

    it("is not offered where nobody holds the contract, or where it would have to guess who pays", () => {
      const noHolder = buildMap()
        .organisation("Council", "local-authority")
        .organisation("CCG", "ccg")
        .contract("Care", "prime-provider", { services: [...both] })
        .relate("commissions", "CCG", "Care");
      expect(theFinding(rule, noHolder).fixes).toEqual([]);
      const twoCouncils = buildMap()
        .organisation("One", "local-authority")
        .organisation("Two", "local-authority")
        .organisation("CCG", "ccg")
        .organisation("Trust", "foundation-trust")
        .contract("Care", "prime-provider", { services: [...both] })
        .relate("commissions", "CCG", "Care")
        .relate("holds", "Trust", "Care");
      expect(theFinding(rule, twoCouncils).fixes).toEqual([]);
    });
  });
});
