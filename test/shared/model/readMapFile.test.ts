import { describe, expect, test } from "vitest";
import { MapFileError } from "../../../shared/model/MapFileError.ts";
import { readMapFile, readMapObject } from "../../../shared/model/readMapFile.ts";

const ccg = { id: "ccg", type: "organisation", kind: "ccg", name: "CCG", position: { x: 0, y: 0 } };
const contract = {
  id: "c1",
  type: "contract",
  kind: "prime-provider",
  name: "Older people",
  position: { x: 0, y: 0 },
};
const buys = { id: "r1", type: "commissions", from: "ccg", to: "c1" };

function mapWith(parts: object): unknown {
  return JSON.parse(
    JSON.stringify({
      format: "system-map",
      version: 1,
      title: "T",
      regime: "england-2012",
      elements: [ccg, contract],
      relations: [buys],
      ...parts,
    }),
  );
}

function refusal(value: unknown): MapFileError {
  try {
    readMapObject(value);
  } catch (error) {
    if (error instanceof MapFileError) return error;
    throw error;
  }
  throw new Error("the map was read");
}

test("a map is read whole and frozen", () => {
  const map = readMapObject(mapWith({}));
  expect(map.elements.map((element) => element.id)).toEqual(["ccg", "c1"]);
  expect(Object.isFrozen(map.elements[0]?.position)).toBe(true);
});

test("fields that the format does not know are kept", () => {
  const map = readMapObject(
    mapWith({ elements: [{ ...ccg, colourOfDoor: ["red"] }, contract], tool: { name: "other" } }),
  );
  expect(map).toMatchObject({ tool: { name: "other" }, elements: [{ colourOfDoor: ["red"] }, {}] });
});

describe("what cannot be read names its place", () => {
  test.each([
    ["another format", { format: "drawing" }, '"drawing"', "map.format"],
    ["another version", { version: 2 }, "2", "map.version"],
    ["no title", { title: undefined }, "title", "map.title"],
    ["an unknown regime", { regime: "wales" }, '"wales"', "map.regime"],
    ["a date that is none", { asOf: "2015-02-30" }, '"2015-02-30"', "map.asOf"],
    ["elements that are no list", { elements: {} }, "elements", "map.elements"],
    [
      "an element without an id",
      { elements: [{ ...ccg, id: undefined }] },
      "Element number 1",
      "elements[0].id",
    ],
    [
      "an element of an unknown type",
      { elements: [{ ...ccg, type: "spaceship" }] },
      '"spaceship"',
      "elements[0].type",
    ],
    [
      "a type from the prototype",
      { elements: [{ ...ccg, type: "constructor" }] },
      '"constructor"',
      "elements[0].type",
    ],
    [
      "an organisation without a kind",
      { elements: [{ ...ccg, kind: undefined }] },
      "kind",
      "elements[0].kind",
    ],
    ["an unknown kind", { elements: [{ ...ccg, kind: "guild" }] }, '"guild"', "elements[0].kind"],
    ["null for a field", { elements: [ccg, { ...contract, status: null }] }, "null", "elements[1].status"],
    [
      "money with pence",
      { elements: [ccg, { ...contract, annualValue: 1.5 }] },
      "1.5",
      "elements[1].annualValue",
    ],
    [
      "money below zero",
      { elements: [ccg, { ...contract, annualValue: -1 }] },
      "-1",
      "elements[1].annualValue",
    ],
    [
      "a term of no months",
      { elements: [ccg, { ...contract, termMonths: 0 }] },
      "0",
      "elements[1].termMonths",
    ],
    ["101 %", { elements: [ccg, { ...contract, outcomePercent: 101 }] }, "101", "elements[1].outcomePercent"],
    [
      "an unknown service",
      { elements: [ccg, { ...contract, services: ["magic"] }] },
      "magic",
      "elements[1].services",
    ],
    ["a repeated id", { elements: [ccg, contract, { ...ccg }] }, '"ccg"', "elements[2].id"],
    [
      "an id of a relation that an element has",
      { relations: [{ ...buys, id: "ccg" }] },
      '"ccg"',
      "relations[0].id",
    ],
    ["an end that is not there", { relations: [{ ...buys, to: "gone" }] }, '"gone"', "relations[0].to"],
    [
      "a place that is a contract",
      { elements: [{ ...ccg, place: "c1" }, contract] },
      '"c1"',
      "elements[0].place",
    ],
    [
      "consultation by a contract",
      { elements: [ccg, { ...contract, consultation: "c1" }] },
      '"c1"',
      "elements[1].consultation",
    ],
    [
      "money for a contract that is none",
      { relations: [{ id: "p", type: "pays", from: "ccg", to: "ccg", contract: "ccg" }] },
      '"ccg"',
      "relations[0].contract",
    ],
    [
      "an unknown severity",
      { settings: { rules: { "vat-leakage": "loud" } } },
      '"loud"',
      "settings.rules.vat-leakage",
    ],
    [
      "a decision without a reason",
      { decisions: [{ rule: "r", subjects: [], choice: "accepted", by: "a", at: "2015-01-01" }] },
      "reason",
      "decisions[0].reason",
    ],
    [
      "a text that nests without end",
      { elements: [{ ...ccg, deep: JSON.parse("[".repeat(200) + "]".repeat(200)) }] },
      '"ccg"',
      "elements[0]",
    ],
  ])("%s", (_what, parts, quoted, path) => {
    const error = refusal(mapWith(parts));
    expect(error.message).toContain(quoted);
    expect(error.path).toBe(path);
  });
});

test("ends of the wrong type are readable: a rule reports them", () => {
  expect(readMapObject(mapWith({ relations: [{ ...buys, from: "c1", to: "ccg" }] })).relations).toHaveLength(
    1,
  );
});

test.each([
  ["", 1],
  ['{"format": "system-map",\n "version": 1,\n oops }', 3],
  ['{"a": [1,2,]}', 1],
  ["[".repeat(100_000), undefined],
])("text that is no JSON names the line: %#", (text, line) => {
  try {
    readMapFile(text);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(MapFileError);
    if (line !== undefined) expect((error as MapFileError).line).toBe(line);
  }
});

test("a byte order mark is no obstacle", () => {
  expect(readMapFile(`\uFEFF${JSON.stringify(mapWith({}))}`).title).toBe("T");
});
