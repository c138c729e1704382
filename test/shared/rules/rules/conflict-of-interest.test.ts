import { describe, expect, it } from "vitest";
import type { Contract, Forum, Organisation } from "../../../../shared/model/element.ts";
import type { Regime } from "../../../../shared/model/systemMap.ts";
import { buildMap, type MapBuilder } from "../../../support/buildMap.ts";
import { effectOfFix, findingsOf, fixLabels, theFinding } from "../checking.ts";

const rule = "conflict-of-interest";

/** A contract that nobody buys or holds yet, and an organisation that will be on both sides. */
function start(
  kind: Organisation["kind"] = "gp-practice",
  regime?: Regime,
  contractKind: Contract["kind"] = "prime-provider",
) {
  return buildMap(regime).organisation("Both", kind).contract("Care", contractKind);
}

type Step = (map: MapBuilder) => MapBuilder;

const buyingSides: Readonly<Record<string, Step>> = {
  "as its buyer": (map) => map.relate("commissions", "Both", "Care"),
  "as owner of Buyer, which buys it": (map) =>
    map.organisation("Buyer", "ccg").relate("commissions", "Buyer", "Care").relate("owns", "Both", "Buyer"),
  "as a member of Buyer, which buys it": (map) =>
    map.organisation("Buyer", "ccg").relate("commissions", "Buyer", "Care").relate("member", "Both", "Buyer"),
  "with a seat on Board, which commissions it": (map) =>
    map
      .forum("Board", "programme-board")
      .relate("commissions", "Board", "Care")
      .relate("member", "Both", "Board"),
  "with a seat on Board, which governs it": (map) => governedBy("partnership-board")(map),
};

const holdingSides: Readonly<Record<string, Step>> = {
  "as its holder": (map) => map.relate("holds", "Both", "Care"),
  "as owner of Holder, which holds it": (map) =>
    map
      .organisation("Holder", "gp-federation")
      .relate("holds", "Holder", "Care")
      .relate("owns", "Both", "Holder"),
  "as a member of Holder, which holds it": (map) =>
    map
      .organisation("Holder", "gp-federation")
      .relate("holds", "Holder", "Care")
      .relate("member", "Both", "Holder", { standing: "associate" }),
};

function governedBy(kind: Forum["kind"], standing: "full" | "associate" = "full"): Step {
  return (map) =>
    map
      .forum("Board", kind)
      .relate("governs", "Board", "Care")
      .relate("member", "Both", "Board", { standing });
}

const holds = holdingSides["as its holder"] as Step;
const combinations = Object.entries(buyingSides).flatMap(([buying, buys]) =>
  Object.entries(holdingSides).map(([holding, held]) => [buying, holding, buys, held] as const),
);

describe(rule, () => {
  it.each(combinations)("is a warning for one that is there %s and %s", (buying, holding, buys, held) => {
    for (const regime of ["england-2012", "england-2022"] as const) {
      const finding = theFinding(rule, held(buys(start("gp-practice", regime))));
      expect(finding).toMatchObject({ severity: "warning", basis: "law", subjects: ["Care", "Both"] });
      expect(finding.message).toBe(
        `“Care” has Both on both sides: ${buying}, and ${holding}. Unless the interest is declared and kept out of the decisions, this may breach the law.`,
      );
    }
  });

  it("takes one that buys through a joint committee for a buyer", () => {
    const map = holds(start())
      .forum("Committee", "joint-committee")
      .relate("member", "Both", "Committee")
      .relate("commissions", "Committee", "Care");
    expect(theFinding(rule, map).message).toContain("as its buyer, and as its holder");
  });

  it("names all of them in document order, and how the first is tied", () => {
    const map = start()
      .organisation("Second", "gp-practice")
      .organisation("CCG", "ccg")
      .organisation("Federation", "gp-federation")
      .relate("commissions", "CCG", "Care")
      .relate("holds", "Federation", "Care")
      .relate("member", "Second", "CCG")
      .relate("member", "Both", "CCG")
      .relate("owns", "Second", "Federation")
      .relate("member", "Both", "Federation");
    const finding = theFinding(rule, map);
    expect(finding.subjects).toEqual(["Care", "Both", "Second"]);
    expect(finding.message).toMatch(
      /^“Care” has Both and Second on both sides, Both for one as a member of CCG, which buys it, and as a member of Federation, which holds it\. Unless/,
    );
  });

  it("comes back after it was accepted when the tie becomes another one", () => {
    const facts = (map: MapBuilder) => theFinding(rule, map).facts;
    const byOwnership = (buyingSides["as owner of Buyer, which buys it"] as Step)(start());
    expect(facts(holds(byOwnership))).toEqual({
      onlyMembersOfBoard: false,
      buying: "owner",
      holding: "itself",
    });
    const bySeat = (holdingSides["as a member of Holder, which holds it"] as Step)(
      governedBy("joint-committee")(start()),
    );
    expect(facts(bySeat)).toEqual({ onlyMembersOfBoard: false, buying: "governing-seat", holding: "member" });
  });

  it("is silent where nobody is on both sides", () => {
    for (const step of [...Object.values(buyingSides), ...Object.values(holdingSides)])
      expect(findingsOf(rule, step(start()))).toEqual([]);
    const apart = start("ccg").organisation("Trust", "nhs-trust");
    expect(
      findingsOf(rule, apart.relate("commissions", "Both", "Care").relate("holds", "Trust", "Care")),
    ).toEqual([]);
  });

  it("counts full members of boards only, and of those that govern joint committees and partnership boards only", () => {
    expect(findingsOf(rule, holds(governedBy("joint-committee")(start())))).toHaveLength(1);
    expect(findingsOf(rule, holds(governedBy("joint-committee", "associate")(start())))).toEqual([]);
    for (const kind of ["alliance-board", "programme-board", "advisory-board", "citizens-board"] as const)
      expect(findingsOf(rule, holds(governedBy(kind)(start())))).toEqual([]);
    const associate = start()
      .forum("Board", "programme-board")
      .relate("commissions", "Board", "Care")
      .relate("member", "Both", "Board", { standing: "associate" });
    expect(findingsOf(rule, holds(associate))).toEqual([]);
  });

  it("leaves out a council that holds and does not buy", () => {
    const council = (step: string) => holds((buyingSides[step] as Step)(start("local-authority")));
    expect(findingsOf(rule, council("with a seat on Board, which governs it"))).toEqual([]);
    expect(findingsOf(rule, council("as a member of Buyer, which buys it"))).toEqual([]);
    expect(findingsOf(rule, council("as its buyer"))).toHaveLength(1);
    const parent = (buyingSides["with a seat on Board, which governs it"] as Step)(start("local-authority"));
    const owns = holdingSides["as owner of Holder, which holds it"] as Step;
    expect(findingsOf(rule, owns(parent))).toHaveLength(1);
  });

  it("leaves out the alliance board of an alliance contract", () => {
    const commissionedByBoard = (contractKind: Contract["kind"]) =>
      holds(start("gp-practice", undefined, contractKind))
        .forum("Board", "alliance-board")
        .relate("commissions", "Board", "Care")
        .relate("member", "Both", "Board");
    expect(findingsOf(rule, commissionedByBoard("alliance"))).toEqual([]);
    expect(findingsOf(rule, commissionedByBoard("prime-provider"))).toHaveLength(1);
  });

  it("is silent for what is no head contract, or has ended", () => {
    const buys = buyingSides["as its buyer"] as Step;
    expect(findingsOf(rule, holds(buys(start("gp-practice", undefined, "sub-contract"))))).toEqual([]);
    expect(findingsOf(rule, holds(buys(start("gp-practice", undefined, "gms"))))).toEqual([]);
    const under = holds(buys(start())).contract("Head", "prime-provider").relate("under", "Care", "Head");
    expect(findingsOf(rule, under)).toEqual([]);
    const ended = buildMap()
      .organisation("Both", "nhs-trust")
      .contract("Care", "prime-provider", { status: "terminated" });
    expect(findingsOf(rule, holds(buys(ended)))).toEqual([]);
  });

  describe("with members of an integrated care board that buys", () => {
    const onBoard = (regime: Regime, buyer: Organisation["kind"] = "icb") =>
      holds(start("nhs-trust", regime))
        .organisation("Buyer", buyer)
        .relate("commissions", "Buyer", "Care")
        .relate("member", "Both", "Buyer");

    it("is worth a look under the Act of 2022", () => {
      const finding = theFinding(rule, onBoard("england-2022"));
      expect(finding).toMatchObject({ severity: "info", basis: "law", subjects: ["Care", "Both"] });
      expect(finding.facts).toEqual({ onlyMembersOfBoard: true, buying: "member", holding: "itself" });
      expect(finding.message).toBe(
        "“Care” has Both on both sides: as a member of Buyer, which buys it, and as its holder. The Health and Care Act 2022 provides for such members of an integrated care board; their interest is to be declared and managed all the same.",
      );
    });

    it("is worth a look too where the board buys through a joint committee", () => {
      const throughCommittee = (standing: "full" | "associate") =>
        holds(start("nhs-trust", "england-2022"))
          .organisation("Buyer", "icb")
          .forum("Committee", "joint-committee")
          .relate("commissions", "Committee", "Care")
          .relate("member", "Buyer", "Committee", { standing })
          .relate("member", "Both", "Buyer");
      expect(theFinding(rule, throughCommittee("full"))).toMatchObject({
        severity: "info",
        subjects: ["Care", "Both"],
        facts: { onlyMembersOfBoard: true },
      });
      expect(findingsOf(rule, throughCommittee("associate"))).toEqual([]);
      const alsoSeated = throughCommittee("full").relate("member", "Both", "Committee");
      expect(theFinding(rule, alsoSeated).severity).toBe("warning");
    });

    it("stays a warning under the Act of 2012, and for members of another buyer", () => {
      expect(theFinding(rule, onBoard("england-2012")).severity).toBe("warning");
      expect(theFinding(rule, onBoard("england-2022", "nhs-england")).severity).toBe("warning");
    });

    it("stays one warning where one of them is there in another way too", () => {
      const alsoSeated = governedBy("partnership-board")(onBoard("england-2022"));
      expect(theFinding(rule, alsoSeated)).toMatchObject({
        severity: "warning",
        facts: { onlyMembersOfBoard: false },
      });
      const another = onBoard("england-2022")
        .organisation("Owner", "nhs-trust")
        .relate("owns", "Owner", "Buyer")
        .relate("holds", "Owner", "Care");
      expect(theFinding(rule, another)).toMatchObject({
        severity: "warning",
        subjects: ["Care", "Both", "Owner"],
      });
    });
  });

  describe("its fix", () => {
    it("proposes associate seats where full seats on a board that governs are the only tie", () => {
      const map = holds(governedBy("partnership-board")(start("nhs-trust")))
        .organisation("Other", "gp-federation")
        .relate("holds", "Other", "Care")
        .relate("member", "Other", "Board");
      const finding = theFinding(rule, map);
      expect(fixLabels(finding)).toEqual(["Propose associate seats for Both and Other"]);
      const { remains, newErrors, after } = effectOfFix(map, finding, finding.fixes[0]);
      expect({ remains, newErrors }).toEqual({ remains: false, newErrors: [] });
      for (const id of ["member-1", "member-2"])
        expect(after.relationById.get(id)).toMatchObject({ standing: "associate", proposed: true });
    });

    it("is not offered where another tie remains, or the board commissions something", () => {
      const onGoverningBoard = () => holds(governedBy("joint-committee")(start("nhs-trust")));
      expect(fixLabels(theFinding(rule, onGoverningBoard()))).toEqual(["Propose an associate seat for Both"]);
      const buys = onGoverningBoard().relate("commissions", "Both", "Care");
      expect(theFinding(rule, buys).fixes).toEqual([]);
      const commissions = onGoverningBoard().contract("More", "grant").relate("commissions", "Board", "More");
      expect(theFinding(rule, commissions).fixes).toEqual([]);
    });
  });
});
