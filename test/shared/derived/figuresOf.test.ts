import { describe, expect, it } from "vitest";
import type { DerivedFigure } from "../../../shared/derived/DerivedFigure.ts";
import { figuresOf } from "../../../shared/derived/figuresOf.ts";
import { snapshotOf } from "../../../shared/document/snapshot.ts";
import { readMapFile } from "../../../shared/model/readMapFile.ts";
import { MapView } from "../../../shared/rules/MapView.ts";

const at = { position: { x: 0, y: 0 } };
const ccg = { id: "ccg", type: "organisation", kind: "ccg", name: "CCG", ...at };
const trust = { id: "trust", type: "organisation", kind: "nhs-trust", name: "Trust", ...at };
const contract = { id: "c", type: "contract", kind: "prime-provider", name: "Older people", ...at };
const buys = { id: "buys", type: "commissions", from: "ccg", to: "c" };
const holds = { id: "holds", type: "holds", from: "trust", to: "c" };

function figures(
  id: string,
  elements: readonly object[],
  relations: readonly object[] = [],
  asOf?: string,
): Readonly<Record<string, DerivedFigure>> {
  const map = readMapFile(
    JSON.stringify({
      format: "system-map",
      version: 1,
      title: "",
      regime: "england-2012",
      ...(asOf !== undefined && { asOf }),
      elements,
      relations,
    }),
  );
  const snapshot = snapshotOf(map);
  const record = snapshot.elementById.get(id) ?? snapshot.relationById.get(id);
  if (record === undefined) throw new Error(`${id} is not on the map.`);
  return Object.fromEntries(figuresOf(record, new MapView(snapshot)).map((figure) => [figure.id, figure]));
}

describe("what follows about a contract", () => {
  it("is its last day, with and without the extension, and what is left at the map’s date", () => {
    const dated = { ...contract, start: "2015-04-01", termMonths: 60, extensionMonths: 24 };
    const { end, "months-left": left } = figures("c", [dated], [], "2016-04-01");
    expect(end).toMatchObject({ value: "31 March 2020" });
    expect(end?.how).toContain("31 March 2022 with the extension");
    expect(left).toMatchObject({ value: "4 years" });
  });

  it("says what is missing for the end, and for what is left", () => {
    expect(figures("c", [{ ...contract, start: "2015-04-01" }]).end).toEqual({
      id: "end",
      label: "Ends",
      value: undefined,
      how: "To know the end, the term is missing.",
    });
    const dated = { ...contract, start: "2015-04-01", termMonths: 60 };
    expect(figures("c", [dated])["months-left"]).toMatchObject({
      value: undefined,
      how: "The map states no date.",
    });
    expect(figures("c", [dated], [], "2014-01-01")["months-left"]?.value).toBe("All: it has not begun");
    expect(figures("c", [dated], [], "2021-01-01")["months-left"]?.value).toBe("None: its term is over");
  });

  it("is the value a head of its only buyer’s people, derived from total and term where it must", () => {
    const priced = { ...contract, totalValue: 600_000_000, termMonths: 60 };
    expect(figures("c", [{ ...ccg, population: 1_000_000 }, priced], [buys])["per-head"]).toMatchObject({
      value: "£120",
      how: "£120m for 1,000,000 people of CCG.",
    });
    expect(figures("c", [ccg, priced], [buys])["per-head"]).toMatchObject({
      value: undefined,
      how: "The population of CCG is missing.",
    });
  });

  it("prefers the people of its place, and does not choose between buyers", () => {
    const place = { id: "p", type: "place", name: "Fenland", population: 100_000, ...at };
    const priced = { ...contract, annualValue: 10_000_000 };
    const council = { id: "la", type: "organisation", kind: "local-authority", name: "Council", ...at };
    const both = [buys, { id: "too", type: "commissions", from: "la", to: "c" }];
    expect(figures("c", [place, { ...priced, place: "p" }, ccg, council], both)["per-head"]?.value).toBe(
      "£100",
    );
    expect(
      figures("c", [{ ...ccg, population: 5 }, council, priced], both)["per-head"]?.value,
    ).toBeUndefined();
  });

  it("is the share of its holder’s income, unknown where several hold it", () => {
    const priced = { ...contract, annualValue: 25_000_000 };
    const rich = { ...trust, annualIncome: 200_000_000 };
    expect(figures("c", [rich, priced], [holds])["share-of-income"]?.value).toBe("12.5%");
    expect(figures("c", [trust, priced], [holds])["share-of-income"]).toMatchObject({
      value: undefined,
      how: "The annual income of Trust is missing.",
    });
    const two = [holds, { id: "holds-too", type: "holds", from: "ccg", to: "c" }];
    expect(figures("c", [rich, ccg, priced], two)["share-of-income"]?.value).toBeUndefined();
  });

  it("is what is let on, counting what is not stated and leaving out what has ended", () => {
    const head = { ...contract, annualValue: 100_000_000 };
    const sub = (id: string, more: object = {}) => ({ ...contract, id, kind: "sub-contract", ...more });
    const under = (id: string) => ({ id: `under-${id}`, type: "under", from: id, to: "c" });
    const stated = sub("s1", { annualValue: 30_000_000 });
    const passedOn = figures("c", [head, stated], [under("s1")])["passed-on"];
    expect(passedOn).toMatchObject({
      value: "£30m a year (30%)",
      how: "1 sub-contract; £70m stays with the holder.",
    });
    const some = figures(
      "c",
      [head, stated, sub("s2"), sub("s3", { status: "terminated", annualValue: 1_000 })],
      [under("s1"), under("s2"), under("s3")],
    )["passed-on"];
    expect(some).toMatchObject({ value: "£30m a year (30%)", how: "1 sub-contract, 1 not stated." });
  });

  it("is nothing where nothing is stated", () => {
    expect(figures("c", [contract])).toEqual({});
  });
});

describe("what follows about money", () => {
  const pay = (id: string, from: string, to: string, annualAmount?: number) => ({
    id,
    type: "pays",
    from,
    to,
    ...(annualAmount !== undefined && { annualAmount }),
  });

  it("adds up what is stated, and says how many payments are not", () => {
    const elements = [ccg, trust];
    const payments = [
      pay("a", "ccg", "trust", 1_500_000),
      pay("b", "ccg", "trust"),
      pay("d", "ccg", "trust", 0),
    ];
    expect(figures("trust", elements, payments)["money-in"]).toMatchObject({
      value: "£1.5m a year",
      how: "2 payments, 1 not stated.",
    });
    expect(figures("ccg", elements, payments)["money-out"]?.value).toBe("£1.5m a year");
    expect(figures("trust", elements, [pay("b", "ccg", "trust")])["money-in"]).toMatchObject({
      value: undefined,
      how: "1 payment without a stated amount.",
    });
    expect(figures("trust", elements)).toEqual({});
  });

  it("says what part of the payee’s income a payment is", () => {
    const payment = pay("a", "ccg", "trust", 50_000_000);
    expect(
      figures("a", [ccg, { ...trust, annualIncome: 400_000_000 }], [payment])["share-of-income"]?.value,
    ).toBe("12.5%");
    expect(figures("a", [ccg, trust], [payment])["share-of-income"]?.value).toBeUndefined();
  });

  it("adds up the shares of its owners", () => {
    const vehicle = { id: "v", type: "organisation", kind: "joint-venture", name: "LLP", ...at };
    const owns = (id: string, from: string, percent?: number) => ({
      id,
      type: "owns",
      from,
      to: "v",
      ...(percent !== undefined && { percent }),
    });
    expect(
      figures("v", [trust, ccg, vehicle], [owns("o1", "trust", 50), owns("o2", "ccg")]).owned,
    ).toMatchObject({
      value: "50%",
      how: "1 owner, 1 not stated.",
    });
  });

  it("says what is held alone in contracts, and what part of the income that is", () => {
    const priced = { ...contract, annualValue: 25_000_000 };
    const held = figures("trust", [{ ...trust, annualIncome: 100_000_000 }, priced], [holds])[
      "contracts-held"
    ];
    expect(held).toMatchObject({ value: "£25m a year", how: "1 contract: 25% of its annual income." });
  });
});
