import { describe, expect, it } from "vitest";
import type { Organisation } from "../../../../shared/model/element.ts";
import { ORGANISATION_KINDS } from "../../../../shared/model/organisationKind.ts";
import type { RelationOf } from "../../../../shared/model/relation.ts";
import { buildMap } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "money-without-contract";

function paid(payer: Organisation["kind"] = "ccg", payee: Organisation["kind"] = "nhs-trust") {
  return buildMap()
    .organisation("Payee", payee)
    .organisation("Payer", payer)
    .relate("pays", "Payer", "Payee", { annualAmount: 8_000_000 });
}
function paidByFund() {
  return buildMap()
    .organisation("CCG", "ccg")
    .organisation("Payee", "nhs-trust")
    .fund("Fund", "pooled")
    .relate("pays", "CCG", "Fund")
    .relate("pays", "Fund", "Payee");
}

describe(rule, () => {
  it("is a warning where a commissioner pays a provider and nothing says for what", () => {
    const finding = theFinding(rule, paid());
    expect(finding).toMatchObject({
      severity: "warning",
      basis: "completeness",
      subjects: ["pays-1", "Payer", "Payee"],
      facts: { annualAmount: 8_000_000 },
    });
    expect(finding.message).toBe(
      "Payer pays Payee £8m a year, and no contract that explains it is on the map.",
    );
  });

  it("says no amount where none is stated", () => {
    const finding = theFinding(rule, paidByFund());
    expect(finding.subjects).toEqual(["pays-2", "Fund", "Payee"]);
    expect(finding.message).toBe("Fund pays Payee, and no contract that explains it is on the map.");
    expect(finding.facts).toEqual({});
  });

  describe("where the payer delegates to the payee", () => {
    const delegating = (given: Partial<RelationOf<"delegates">> = {}) =>
      paid("local-authority").relate("delegates", "Payer", "Payee", {
        function: "social-care-delivery",
        level: "delegated",
        ...given,
      });

    it("says that the money may go with the delegation", () => {
      const finding = theFinding(rule, delegating());
      expect(finding.severity).toBe("warning");
      expect(finding.message).toBe(
        "Payer pays Payee £8m a year, and no contract that explains it is on the map. It also delegates social care delivery to that provider: if the money goes with that delegation, accept this finding with that reason.",
      );
      expect(finding.facts).toEqual({ annualAmount: 8_000_000, delegated: ["social care delivery"] });
    });

    it("names each function once", () => {
      const map = delegating()
        .relate("delegates", "Payer", "Payee", { function: "social-care-delivery" })
        .relate("delegates", "Payer", "Payee", { function: "social-care-assessment", level: "devolved" })
        .relate("delegates", "Payer", "Payee");
      expect(theFinding(rule, map).message).toContain(
        "It also delegates a function, social care assessment and social care delivery to that provider:",
      );
    });

    it.each([
      ["a seat at the table", delegating({ level: "seat" })],
      ["deciding together", delegating({ level: "joint" })],
      ["the other way round", paid("local-authority").relate("delegates", "Payee", "Payer")],
      [
        "a delegation to another",
        paid().organisation("Other", "nhs-trust").relate("delegates", "Payer", "Other"),
      ],
    ])("does not say so of %s", (_, map) => {
      const finding = theFinding(rule, map);
      expect(finding.message).not.toContain("delegat");
      expect(finding.facts).toEqual({ annualAmount: 8_000_000 });
    });
  });

  it("speaks of payments by commissioners and funds to providers, and of no others", () => {
    const commissioners = ["ccg", "icb", "nhs-england", "local-authority"];
    for (const kind of ORGANISATION_KINDS)
      expect([kind, findingsOf(rule, paid(kind)).length]).toEqual([
        kind,
        commissioners.includes(kind) ? 1 : 0,
      ]);
    const others = [...commissioners, "commissioning-support", "regulator", "public-body", "other"];
    for (const kind of ORGANISATION_KINDS)
      expect([kind, findingsOf(rule, paid("ccg", kind)).length]).toEqual([
        kind,
        others.includes(kind) ? 0 : 1,
      ]);
  });

  it("is silent where the payment names any contract", () => {
    const map = buildMap()
      .organisation("CCG", "ccg")
      .organisation("Trust", "nhs-trust")
      .contract("Care", "gms")
      .relate("pays", "CCG", "Trust", { contract: "Care" });
    expect(findingsOf(rule, map)).toEqual([]);
  });

  it("is silent where a contract joins them, of whatever kind", () => {
    const map = paid().contract("Care", "grant").relate("holds", "Payee", "Care");
    expect(findingsOf(rule, map)).toHaveLength(1);
    expect(findingsOf(rule, map.relate("commissions", "Payer", "Care"))).toEqual([]);
  });

  it("does not take a contract that has ended, or one that another holds, for one that joins them", () => {
    const ended = paid()
      .contract("Old", "nhs-standard", { status: "terminated" })
      .relate("holds", "Payee", "Old")
      .relate("commissions", "Payer", "Old");
    expect(findingsOf(rule, ended)).toHaveLength(1);
    const another = paid()
      .organisation("Other", "nhs-trust")
      .contract("Care", "nhs-standard")
      .relate("holds", "Other", "Care")
      .relate("commissions", "Payer", "Care");
    expect(findingsOf(rule, another)).toHaveLength(1);
  });

  it.each(["joint-committee", "committees-in-common", "partnership-board"] as const)(
    "is silent where the payer sits on the %s that buys",
    (kind) => {
      const map = paid()
        .forum("Forum", kind)
        .contract("Care", "other")
        .relate("holds", "Payee", "Care")
        .relate("commissions", "Forum", "Care");
      expect(findingsOf(rule, map)).toHaveLength(1);
      expect(
        findingsOf(rule, map.relate("member", "Payer", "Forum", { standing: "associate" })),
      ).toHaveLength(1);
      expect(findingsOf(rule, map.relate("member", "Payer", "Forum"))).toEqual([]);
    },
  );

  it("is silent where the payer delegates to a buyer, or pays one", () => {
    const boughtByAnother = () =>
      paid()
        .organisation("Buyer", "ccg")
        .contract("Care", "other")
        .relate("holds", "Payee", "Care")
        .relate("commissions", "Buyer", "Care");
    expect(findingsOf(rule, boughtByAnother())).toHaveLength(1);
    expect(findingsOf(rule, boughtByAnother().relate("delegates", "Payer", "Buyer"))).toEqual([]);
    expect(findingsOf(rule, boughtByAnother().relate("pays", "Payer", "Buyer"))).toEqual([]);
    expect(findingsOf(rule, boughtByAnother().relate("delegates", "Buyer", "Payer"))).toHaveLength(1);
  });

  it("is silent where a payer of the fund buys, sits on the forum that buys, delegates to a buyer, or pays one", () => {
    const held = () => paidByFund().contract("Care", "other").relate("holds", "Payee", "Care");
    expect(findingsOf(rule, held())).toHaveLength(1);
    expect(findingsOf(rule, held().relate("commissions", "CCG", "Care"))).toEqual([]);
    const committee = held()
      .forum("Committee", "joint-committee")
      .relate("member", "CCG", "Committee")
      .relate("commissions", "Committee", "Care");
    expect(findingsOf(rule, committee)).toEqual([]);
    const another = () => held().organisation("Buyer", "icb").relate("commissions", "Buyer", "Care");
    expect(findingsOf(rule, another())).toHaveLength(1);
    expect(findingsOf(rule, another().relate("delegates", "CCG", "Buyer"))).toEqual([]);
    expect(findingsOf(rule, another().relate("pays", "CCG", "Buyer"))).toEqual([]);
    expect(findingsOf(rule, another().relate("pays", "Fund", "Buyer"))).toEqual([]);
  });

  it("is silent for a line that the grammar does not allow", () => {
    const map = buildMap()
      .forum("Board", "alliance-board")
      .organisation("Trust", "nhs-trust")
      .relate("pays", "Board", "Trust");
    expect(findingsOf(rule, map)).toEqual([]);
  });

  describe("its fixes", () => {
    it("name a contract that the payee holds, at most three to choose from", () => {
      const map = paid();
      for (const id of ["One", "Two", "Three", "Four"]) map.contract(id, "gms").relate("holds", "Payee", id);
      map.contract("Old", "gms", { status: "terminated" }).relate("holds", "Payee", "Old");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual([
        "State that it is paid for “One”",
        "State that it is paid for “Two”",
        "State that it is paid for “Three”",
      ]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[1]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.relationById.get("pays-1")).toMatchObject({ contract: "Two" });
    });

    it.each([
      ["ccg", "nhs-standard"],
      ["local-authority", "other"],
    ] as const)("propose a contract with a %s where the payee holds none", (payer, kind) => {
      const map = paid(payer);
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose a contract between Payer and Payee"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      expect(after.elementById.get("new-1")).toMatchObject({
        kind,
        name: "Contract with Payee",
        proposed: true,
      });
      expect(after.map.relations.slice(1)).toMatchObject([
        { type: "commissions", from: "Payer", to: "new-1", proposed: true },
        { type: "holds", from: "Payee", to: "new-1", proposed: true },
      ]);
    });

    it.each(["alliance", "primary-care-network", "joint-venture"] as const)(
      "propose none with a %s, which could not sign or would need guarantees first",
      (payee) => {
        expect(theFinding(rule, paid("ccg", payee)).fixes).toEqual([]);
      },
    );
  });
});
