import { describe, expect, it } from "vitest";
import { guessTable } from "../../../../shared/formats/table/guessTable.ts";
import type { KnownCards, Proposal } from "../../../../shared/formats/table/Proposal.ts";
import { proposalLabel, proposalWords } from "../../../../shared/formats/table/proposalWords.ts";
import { propose } from "../../../../shared/formats/table/propose.ts";
import { readGrid } from "../../../../shared/formats/table/readGrid.ts";
import { readTable } from "../../../../shared/formats/table/readTable.ts";
import type { SystemMap } from "../../../../shared/model/systemMap.ts";
import { buildMap } from "../../../support/buildMap.ts";

const EMPTY = buildMap().map();

function proposalFor(text: string, map: SystemMap = EMPTY, known?: KnownCards): Proposal {
  const grid = readGrid(text);
  let made = 0;
  const makeId = () => `new-${++made}`;
  return propose(readTable(grid, guessTable(grid)), map, { makeId, ...(known !== undefined && { known }) });
}

function table(...rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join("\t")).join("\r\n");
}

describe("a list of names", () => {
  it("becomes organisations, of the kinds that the names speak of", () => {
    const { elements } = proposalFor(
      [
        "Bath, Swindon and Wiltshire ICB",
        "Salford Royal NHS Foundation Trust",
        "Wigan Council",
        "The Lowry Medical Practice",
        "NHS Salford CCG",
        "Locala CIC",
        "UnitingCare Partnership LLP",
        "Northshire Care Alliance LLP",
        "St Ann's Hospice",
        "Something Else",
      ].join("\n"),
    );
    expect(elements.map(({ name, ...element }) => [name, "kind" in element && element.kind])).toEqual([
      ["Bath, Swindon and Wiltshire ICB", "icb"],
      ["Salford Royal NHS Foundation Trust", "foundation-trust"],
      ["Wigan Council", "local-authority"],
      ["The Lowry Medical Practice", "gp-practice"],
      ["NHS Salford CCG", "ccg"],
      ["Locala CIC", "independent-provider"],
      ["UnitingCare Partnership LLP", "joint-venture"],
      ["Northshire Care Alliance LLP", "joint-venture"],
      ["St Ann's Hospice", "voluntary-organisation"],
      ["Something Else", "other"],
    ]);
    expect(elements[5]).toMatchObject({ legalForm: "community-interest-company" });
    expect(elements[6]).toMatchObject({ legalForm: "llp" });
  });

  it("loses the bullets and numbers of a list in a text", () => {
    expect(proposalFor("• Wigan Council\n• Bolton Council").elements.map(({ name }) => name)).toEqual([
      "Wigan Council",
      "Bolton Council",
    ]);
    expect(proposalFor("1. Wigan Council\r\n2. Bolton Council").elements.map(({ name }) => name)).toEqual([
      "Wigan Council",
      "Bolton Council",
    ]);
  });

  it("takes what is on the map or in the list already once, however it is written", () => {
    const map = buildMap()
      .organisation("srft", "foundation-trust", { name: "Salford Royal NHS Foundation Trust" })
      .map();
    const proposal = proposalFor(
      "salford royal ft\nSALFORD ROYAL FOUNDATION TRUST.\nWigan Council\nWigan  council",
      map,
    );
    expect(proposal.elements.map(({ name }) => name)).toEqual(["Wigan Council"]);
    expect(proposal.known).toEqual(["srft"]);
    expect(proposal.outcomes.map(({ what }) => what)).toEqual(["known", "known", "new", "known"]);
    expect(proposalWords(proposal, () => "organisation")).toEqual([
      "2 organisations: 1 new, 1 already on the map",
    ]);
  });
});

describe("a name that is shortened", () => {
  const councils = (...names: readonly string[]) =>
    names
      .reduce((map, name, index) => map.organisation(`c${index}`, "local-authority", { name }), buildMap())
      .map();

  it.each([
    ["Norfolk CC", "Norfolk County Council"],
    ["Leicester CC", "Leicester City Council"],
    ["Wigan MBC", "Wigan Metropolitan Borough Council"],
    ["LB Hackney", "London Borough of Hackney"],
    ["Norfolk County Council", "Norfolk CC"],
  ])("%s is %s, which is on the map, and the row says so", (short, name) => {
    const { elements, known, outcomes } = proposalFor(`${short}\nAge UK Norwich`, councils(name));
    expect(elements.map((element) => element.name)).toEqual(["Age UK Norwich"]);
    expect(known).toEqual(["c0"]);
    expect(outcomes[0]).toMatchObject({
      what: "known",
      notes: [`“${short}” is taken as “${name}”, on the map already.`],
    });
  });

  it("is a new body where two can be meant", () => {
    const map = councils("Leicester County Council", "Leicester City Council");
    expect(proposalFor("Leicester CC\nAge UK", map).elements.map(({ name }) => name)).toEqual([
      "Leicester CC",
      "Age UK",
    ]);
  });

  it("does not make one body of two whose names are written in full", () => {
    const map = councils("Leicester County Council");
    expect(proposalFor("Leicester City Council\nAge UK", map).known).toEqual([]);
  });

  it("stands for one body all through a table, and as a buyer too", () => {
    const text = table(
      ["Contract", "Commissioner", "Supplier"],
      ["Reablement", "Norfolk CC", "Age UK Norwich"],
      ["Advice", "Norfolk County Council", "Age UK Norwich"],
    );
    const { elements, relations } = proposalFor(text, councils("Norfolk County Council"));
    expect(elements.filter(({ type }) => type === "organisation").map(({ name }) => name)).toEqual([
      "Age UK Norwich",
    ]);
    expect(relations.filter(({ type }) => type === "commissions").map(({ from }) => from)).toEqual([
      "c0",
      "c0",
    ]);
  });
});

describe("a table of organisations", () => {
  const text = table(
    ["Organisation", "Type", "ODS code", "Services", "Income (£m)", "List size", "Favourite colour"],
    ["Salford Royal", "FT", "RM3", "acute, community", "650.5", "", "blue"],
    ["Wigan", "Council", "", "social care; maternity", "tbc", "326,000", ""],
    ["Total", "", "", "", "650.5", "", ""],
  );

  it("brings its figures, and says at its cell what cannot be read", () => {
    const grid = readGrid(text);
    const guess = guessTable(grid);
    expect(guess).toEqual({
      kind: "organisations",
      headingRow: 0,
      columns: ["name", "kind", "odsCode", "services", "annualIncome", "population", undefined],
    });
    const { rows } = readTable(grid, guess);
    expect(rows[1]?.cells[3]).toMatchObject({
      value: ["social-care"],
      problem: expect.stringContaining("“maternity”"),
    });
    const { elements, outcomes } = proposalFor(text);
    expect(elements).toMatchObject([
      {
        kind: "foundation-trust",
        odsCode: "RM3",
        services: ["acute", "community"],
        annualIncome: 650_500_000,
      },
      { kind: "local-authority", services: ["social-care"], population: 326_000 },
    ]);
    expect(elements[1]).not.toHaveProperty("annualIncome");
    expect(outcomes[2]).toMatchObject({ what: "left-out", isTotal: true, lost: ["This is a total."] });
    expect(outcomes.filter(({ isTotal }) => isTotal)).toHaveLength(1);
  });

  const onMap = () =>
    buildMap().organisation("a", "nhs-trust", { name: "Salford", odsCode: "RM3", annualIncome: 1 }).map();

  it("fills in what the map does not state, and leaves what it does", () => {
    const { elements, changes, outcomes } = proposalFor(text, onMap());
    expect(elements.map(({ name }) => name)).toEqual(["Wigan"]);
    expect(changes).toEqual([{ id: "a", field: "services", value: ["acute", "community"] }]);
    expect(outcomes[0]?.lost).toEqual([
      "Kind: the map says otherwise.",
      "Annual income: the map says otherwise.",
    ]);
  });

  it("takes the table's values, or changes nothing, where that is asked for", () => {
    expect(proposalFor(text, onMap(), "replace").changes.map(({ field }) => field)).toEqual([
      "kind",
      "services",
      "annualIncome",
    ]);
    expect(proposalFor(text, onMap(), "leave").changes).toEqual([]);
  });

  it("never changes a locked card", () => {
    const map = buildMap()
      .organisation("a", "nhs-trust", { odsCode: "RM3", locked: true } as never)
      .map();
    const { changes, outcomes } = proposalFor(text, map, "replace");
    expect(changes).toEqual([]);
    expect(outcomes[0]?.lost.join()).toContain("locked");
  });

  it("keeps bodies of one name apart that state different codes", () => {
    const map = buildMap().organisation("a", "gp-practice", { name: "The Surgery", odsCode: "P1" }).map();
    const { elements } = proposalFor(
      table(["Name", "ODS code"], ["The Surgery", "P2"], ["The Surgery", "p1"]),
      map,
    );
    expect(elements).toMatchObject([{ name: "The Surgery", odsCode: "P2" }]);
  });
});

describe("a table of contracts", () => {
  const text = table(
    ["Contract", "Commissioner", "Provider", "Annual value", "Start", "End", "Term", "Payment", "Route"],
    [
      "Older people",
      "Cambridgeshire CCG",
      "UnitingCare LLP",
      "£145.2m",
      "01/04/2015",
      "",
      "5 years",
      "capitated",
      "Competitive dialogue",
    ],
    [
      "Diabetes",
      "NHS Cambridgeshire CCG",
      "Addenbrooke's NHSFT",
      "1,250,000",
      "Apr 2015",
      "31/03/2018",
      "",
      "block",
      "?",
    ],
    ["Wards", "Addenbrooke’s NHS Foundation Trust", "Care Ltd", "lots", "", "1 May 2020", "", "", ""],
  );

  it("joins contracts to their buyers and holders, adding those that are missing once", () => {
    const map = buildMap().organisation("ccg", "ccg", { name: "Cambridgeshire CCG" }).map();
    const { elements, relations, known } = proposalFor(text, map);
    expect(known).toEqual(["ccg"]);
    expect(elements.map(({ name }) => name)).toEqual([
      "UnitingCare LLP",
      "Older people",
      "Addenbrooke's NHSFT",
      "Diabetes",
      "Care Ltd",
      "Wards",
    ]);
    const named = new Map(elements.map((element) => [element.name, element]));
    expect(named.get("Older people")).toMatchObject({
      kind: "nhs-standard",
      annualValue: 145_200_000,
      start: "2015-04-01",
      termMonths: 60,
      payment: "capitation",
      procurement: "competitive-dialogue",
    });
    expect(named.get("Diabetes")).toMatchObject({
      annualValue: 1_250_000,
      start: "2015-04-01",
      termMonths: 36,
    });
    expect(named.get("Wards")).toMatchObject({ kind: "sub-contract" });
    const idOf = (name: string) => named.get(name)?.id ?? "";
    expect(relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ["commissions", "ccg", idOf("Older people")],
      ["holds", idOf("UnitingCare LLP"), idOf("Older people")],
      ["commissions", "ccg", idOf("Diabetes")],
      ["holds", idOf("Addenbrooke's NHSFT"), idOf("Diabetes")],
      ["commissions", idOf("Addenbrooke's NHSFT"), idOf("Wards")],
      ["holds", idOf("Care Ltd"), idOf("Wards")],
    ]);
  });

  it("says what is lost: a value without a sense, an end without a start", () => {
    const { outcomes } = proposalFor(text);
    expect(outcomes[2]?.lost).toEqual([
      "“lots” is not an amount. Write it like 726m, £1.2bn or 650,000.",
      "Ends: there is no start to count the term from.",
    ]);
  });

  it("finds a contract again, and tells those of one name with other holders apart", () => {
    const map = buildMap()
      .organisation("ccg", "ccg", { name: "A CCG" })
      .organisation("ft", "foundation-trust", { name: "B FT" })
      .contract("c", "nhs-standard", { name: "Community" })
      .relate("commissions", "ccg", "c")
      .relate("holds", "ft", "c")
      .map();
    const { elements, relations, changes } = proposalFor(
      table(
        ["Contract", "Buyer", "Holder", "Annual value"],
        ["community", "A CCG", "B FT", "2m"],
        ["Community", "A CCG", "C FT", "3m"],
      ),
      map,
    );
    expect(changes).toEqual([{ id: "c", field: "annualValue", value: 2_000_000 }]);
    expect(elements.map(({ name }) => name)).toEqual(["C FT", "Community"]);
    expect(relations).toHaveLength(2);
  });

  it("takes several holders in one cell", () => {
    const { relations } = proposalFor(
      table(
        ["Contract", "Holder", "Annual value"],
        ["Alliance", "A FT; B Council", "1m"],
        ["Other", "C", "1"],
      ),
    );
    expect(relations.map(({ type }) => type)).toEqual(["holds", "holds", "holds"]);
  });
});

describe("tables of connections", () => {
  it("reads money flows, and a fund by its name", () => {
    const proposal = proposalFor(
      table(
        ["From", "To", "Amount (£000)"],
        ["Wigan Council", "Better Care Fund", "12,500"],
        ["Better Care Fund", "Bolton FT", "500"],
        ["Bolton FT", "bolton foundation trust", "1"],
      ),
    );
    expect(proposal.elements).toMatchObject([
      { type: "organisation", kind: "local-authority" },
      { type: "fund", kind: "pooled" },
      { type: "organisation", kind: "foundation-trust" },
    ]);
    expect(proposal.relations).toMatchObject([
      { type: "pays", annualAmount: 12_500_000 },
      { type: "pays", annualAmount: 500_000 },
    ]);
    expect(proposal.outcomes[2]?.what).toBe("left-out");
    expect(proposalLabel(proposal)).toBe("Add 2 organisations and 1 fund from a table");
  });

  it("adds no flow twice", () => {
    const map = buildMap()
      .organisation("a", "ccg")
      .organisation("b", "nhs-trust")
      .relate("pays", "a", "b", { annualAmount: 5 })
      .map();
    const { relations } = proposalFor(
      table(["Payer", "Payee", "Amount"], ["a", "b", "5"], ["a", "b", "6"]),
      map,
    );
    expect(relations).toMatchObject([{ annualAmount: 6 }]);
  });

  it("reads flows and shares without headings", () => {
    expect(guessTable(readGrid(table(["A CCG", "B FT", "£5m"], ["A CCG", "C FT", "6m"]))).kind).toBe("money");
    const owners = proposalFor(table(["UnitingCare LLP", "B FT", "50%"], ["UnitingCare LLP", "C FT", "50%"]));
    expect(owners.kind).toBe("owners");
    expect(owners.relations).toMatchObject([
      { type: "owns", percent: 50 },
      { type: "owns", percent: 50 },
    ]);
  });

  it("reads members of boards", () => {
    const { elements, relations } = proposalFor(
      table(
        ["Board", "Member", "Standing", "Votes"],
        ["Salford Alliance Board", "Salford Council", "full", "2"],
        ["Salford Alliance Board", "Age UK", "non-voting", ""],
      ),
    );
    expect(elements).toMatchObject([
      { kind: "local-authority" },
      { type: "forum", kind: "alliance-board" },
      { kind: "voluntary-organisation" },
    ]);
    expect(relations).toMatchObject([
      { type: "member", standing: "full", votes: 2 },
      { type: "member", standing: "associate" },
    ]);
  });
});

describe("what is hard to read", () => {
  it("finds the headings below a title", () => {
    const grid = readGrid(
      table(["Contract register 2015", "", ""], ["Contract", "Supplier", "Annual value"], ["X", "Y", "1"]),
    );
    expect(guessTable(grid)).toMatchObject({ kind: "contracts", headingRow: 1 });
  });

  it("refuses a name of 10,000 characters at its cell, and its row", () => {
    const grid = readGrid(`Name\tKind\n${"x".repeat(10_000)}\tCouncil\nWigan\tCouncil`);
    const { rows } = readTable(grid, guessTable(grid));
    expect(rows[0]?.cells[0]?.problem).toBe(
      "This has 10,000 characters. A name may have 300 at most: shorten it.",
    );
    expect(proposalFor(`Name\tKind\n${"x".repeat(10_000)}\tCouncil\nWigan\tCouncil`).elements).toHaveLength(
      1,
    );
  });

  it("takes 2,000 rows of 5,000 and counts the others", () => {
    const grid = readGrid(Array.from({ length: 5_000 }, (_, index) => `Practice ${index}`).join("\n"));
    expect(grid.rows.length + grid.cutRows).toBe(5_000);
    expect(readTable(grid, guessTable(grid)).rows.length).toBeLessThanOrEqual(2_001);
  });
});
