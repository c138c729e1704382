import { describe, expect, it } from "vitest";
import { connectionsOf, relationSentence } from "../../../client/panels/inspector/connections.ts";
import { countsInWords } from "../../../client/panels/inspector/countsInWords.ts";
import { derivedFigure } from "../../../client/panels/inspector/derivedFigure.ts";
import { elementName } from "../../../client/panels/inspector/elementName.ts";
import { referenceChoices } from "../../../client/panels/inspector/fieldChoices.ts";
import { elementFieldGroups } from "../../../client/panels/inspector/fieldGroups.ts";
import { statedMoney } from "../../../client/panels/inspector/statedMoney.ts";
import { unknownFieldsOf } from "../../../client/panels/inspector/unknownFields.ts";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import type { Contract, MapElement } from "../../../shared/model/element.ts";
import { idOf } from "../../../shared/model/field.ts";
import { readMapObject } from "../../../shared/model/readMapFile.ts";

const position = { x: 0, y: 0 };

function snapshotWith(elements: readonly object[], relations: readonly object[] = []) {
  return snapshotOf(
    readMapObject({
      format: "system-map",
      version: 1,
      title: "A map",
      regime: "england-2012",
      elements: elements.map((element) => ({ name: "", position, ...element })),
      relations,
    }),
  );
}

function contract(fields: Partial<Contract>): MapElement {
  return { id: "k", type: "contract", kind: "prime-provider", name: "", position, ...fields };
}

describe("what an element is called", () => {
  it("is its name, or that it has none", () => {
    expect(elementName(contract({ name: " Emergency care " }))).toBe("Emergency care");
    expect(elementName(contract({ name: "  " }))).toBe("Unnamed contract");
  });

  it("is cut where it is endless, between characters", () => {
    const endless = elementName(contract({ name: "🏥".repeat(10_000) }));
    expect(endless).toBe(`${"🏥".repeat(120)}…`);
  });
});

describe("derived figures", () => {
  it("are marked and say what they come from", () => {
    expect(derivedFigure(contract({ totalValue: 726_000_000, termMonths: 60 }), "annualValue")).toBe(
      "Derived: £145,200,000 a year (total value ÷ term)",
    );
    expect(
      derivedFigure(contract({ annualValue: 1_000_000, termMonths: 36, extensionMonths: 24 }), "totalValue"),
    ).toBe("Derived: £5,000,000 (annual value × 5 years, extension included)");
    expect(derivedFigure(contract({ annualValue: 1_000_000 }), "totalValue")).toBe(
      "Derived: £4,000,000 (annual value × 4 years, as procurement law reckons where no term is stated)",
    );
  });

  it("are not made up: nothing follows from a total without a term, and what is stated is not derived", () => {
    expect(derivedFigure(contract({ totalValue: 726_000_000 }), "annualValue")).toBeUndefined();
    expect(
      derivedFigure(contract({ annualValue: 1, totalValue: 5, termMonths: 60 }), "annualValue"),
    ).toBeUndefined();
  });

  it("say which legal form the kind settles", () => {
    const trust: MapElement = { id: "t", type: "organisation", kind: "foundation-trust", name: "", position };
    expect(derivedFigure(trust, "legalForm")).toBe("Derived from the kind: Foundation trust");
    expect(derivedFigure({ ...trust, kind: "joint-venture" }, "legalForm")).toBeUndefined();
  });
});

describe("connections", () => {
  const snapshot = snapshotWith(
    [
      { id: "ccg", type: "organisation", kind: "ccg", name: "Cambridgeshire CCG" },
      { id: "llp", type: "organisation", kind: "joint-venture", name: "UnitingCare" },
      { id: "k", type: "contract", kind: "prime-provider" },
    ],
    [
      { id: "p", type: "pays", from: "ccg", to: "llp", annualAmount: 145_200_000 },
      { id: "c", type: "commissions", from: "ccg", to: "k" },
      { id: "h", type: "holds", from: "llp", to: "k" },
    ],
  );

  it("read from the side of the element whose they are, with what is stated on them", () => {
    const words = (id: string) =>
      connectionsOf(snapshot, id).map(({ phrase, otherName, figure }) => [phrase, otherName, figure]);
    expect(words("llp")).toEqual([
      ["paid by", "Cambridgeshire CCG", "£145.2m a year"],
      ["holds", "Unnamed contract", undefined],
    ]);
    expect(words("k")).toEqual([
      ["commissioned by", "Cambridgeshire CCG", undefined],
      ["held by", "UnitingCare", undefined],
    ]);
  });

  it("make a sentence from start to end", () => {
    const payment = snapshot.relationById.get("p");
    expect(payment && relationSentence(snapshot, payment)).toBe("Cambridgeshire CCG pays UnitingCare");
  });
});

describe("what the map states in money", () => {
  const head = { type: "contract", kind: "prime-provider", status: "live" };

  it("adds up head contracts and what commissioners pay, and says for how many it is stated", () => {
    const snapshot = snapshotWith(
      [
        { id: "ccg", type: "organisation", kind: "ccg" },
        { id: "llp", type: "organisation", kind: "joint-venture" },
        { id: "trust", type: "organisation", kind: "foundation-trust" },
        { ...head, id: "k1", totalValue: 726_000_000, termMonths: 60 },
        { ...head, id: "k2" },
        { ...head, id: "ended", status: "terminated", annualValue: 9 },
        { ...head, id: "sub", annualValue: 58_000_000 },
      ],
      [
        { id: "u", type: "under", from: "sub", to: "k1" },
        { id: "p1", type: "pays", from: "ccg", to: "llp", annualAmount: 145_200_000 },
        { id: "p2", type: "pays", from: "ccg", to: "trust" },
        { id: "p3", type: "pays", from: "llp", to: "trust", annualAmount: 58_000_000 },
        { id: "p4", type: "pays", from: "ccg", to: "trust", annualAmount: 9, contract: "ended" },
      ],
    );
    expect(statedMoney(snapshot)).toEqual([
      { label: "Head contracts", annualPounds: 145_200_000, stated: 1, all: 2 },
      { label: "Paid out by commissioners", annualPounds: 145_200_000, stated: 1, all: 2 },
    ]);
  });

  it("is silent about a map without contracts and payments", () => {
    expect(statedMoney(snapshotWith([{ id: "n", type: "note" }]))).toEqual([]);
  });
});

describe("what is counted and chosen from", () => {
  const snapshot = snapshotWith(
    [
      { id: "a", type: "organisation", kind: "ccg", name: "Zeta" },
      { id: "b", type: "organisation", kind: "foundation-trust", name: "Alpha" },
      { id: "c", type: "organisation", kind: "foundation-trust", name: "Beta" },
      { id: "n", type: "note", text: "Ask the board" },
    ],
    [{ id: "r", type: "partners", from: "b", to: "c" }],
  );

  it("counts types and kinds, the most frequent first, connections last", () => {
    expect(countsInWords(snapshot, ["a", "b", "c", "n", "r", "gone"])).toEqual([
      {
        text: "3 organisations",
        kinds: "Foundation trust × 2, Clinical commissioning group",
        ids: ["a", "b", "c"],
      },
      { text: "1 note", kinds: "", ids: ["n"] },
      { text: "1 connection", kinds: "", ids: ["r"] },
    ]);
  });

  it("offers the elements of the right type by name, never the record itself", () => {
    const [group] = referenceChoices(idOf("organisation"), "c", snapshot.map.elements);
    expect(group?.choices).toEqual([
      { value: "b", label: "Alpha" },
      { value: "a", label: "Zeta" },
    ]);
  });

  it("shows the fields of other tools that ride along", () => {
    const [element] = snapshotWith([{ id: "n", type: "note", theirs: { deep: [1] }, text: "known" }]).map
      .elements;
    expect(element && unknownFieldsOf(element, elementFieldGroups("note"))).toEqual([
      { name: "theirs", text: '{"deep":[1]}' },
    ]);
  });
});
