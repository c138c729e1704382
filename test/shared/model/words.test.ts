import { describe, expect, test } from "vitest";
import { ELEMENT_TYPES, elementFields, type MapElement } from "../../../shared/model/element.ts";
import { RELATION_TYPES, relationFields } from "../../../shared/model/relation.ts";
import {
  FINDINGS_SHOWN_TO,
  MARKINGS,
  REGIMES,
  RULE_SETTINGS,
  SEVERITIES,
} from "../../../shared/model/systemMap.ts";
import {
  bandWords,
  elementTypeWord,
  fieldWord,
  isVehicle,
  relationVerb,
  wordFor,
  wordInSentence,
} from "../../../shared/model/words.ts";

const allFields = [...ELEMENT_TYPES.map(elementFields), ...RELATION_TYPES.map(relationFields)].flatMap(
  (fields) => Object.entries(fields),
);
const listedValues = allFields.flatMap(([name, field]) =>
  (field.values ?? []).map((value) => [name, value] as const),
);
const settingValues = [...REGIMES, ...MARKINGS, ...SEVERITIES, ...RULE_SETTINGS, ...FINDINGS_SHOWN_TO];

describe("words", () => {
  test.each(listedValues)("%s %s reads as words", (field, value) => {
    expect(wordFor(value, field)).toMatch(/^[A-Z]/);
    expect(wordFor(value, field)).not.toMatch(/^\w+-\w+-\w+$|psr|gms(?!\))|llp/);
  });

  test("two values of one field are never called the same", () => {
    for (const [name, field] of allFields) {
      const words = (field.values ?? []).map((value) => wordFor(value, name));
      expect(new Set(words).size, name).toBe(words.length);
    }
  });

  test("settings and regimes have words", () => {
    for (const value of settingValues) expect(wordFor(value)).toMatch(/^[A-Z]/);
  });

  test("a value means what its field makes of it", () => {
    expect(wordFor("none", "legalForm")).toBe("No legal entity");
    expect(wordFor("none", "riskShare")).toBe("No risk share");
    expect(wordFor("foundation-trust")).toBe("Foundation trust");
    expect(wordFor("constructor")).toBe("Constructor");
  });

  test("in a sentence only proper names keep their capital", () => {
    expect(wordInSentence("foundation-trust")).toBe("foundation trust");
    expect(wordInSentence("nhs-trust")).toBe("NHS trust");
    expect(wordInSentence("gp-practice")).toBe("GP practice");
  });

  test("every type and field has a word", () => {
    for (const type of ELEMENT_TYPES) expect(elementTypeWord(type)).toBeTruthy();
    for (const type of RELATION_TYPES) expect(relationVerb(type)).toBeTruthy();
    for (const [name] of allFields) expect(fieldWord(name)).toMatch(/^[A-Z][^A-Z]*|^ODS/);
    expect(fieldWord("annualValue")).toBe("Annual value");
    expect(fieldWord("odsCode")).toBe("ODS code");
  });
});

describe("band words", () => {
  const at = { id: "a", name: "A", position: { x: 0, y: 0 } };
  test.each<[MapElement, { title: string; aside?: string }]>([
    [
      { ...at, type: "organisation", kind: "ccg" },
      { title: "COMMISSIONER", aside: "CCG" },
    ],
    [
      { ...at, type: "organisation", kind: "local-authority" },
      { title: "COMMISSIONER", aside: "Local authority" },
    ],
    [{ ...at, type: "organisation", kind: "foundation-trust" }, { title: "FOUNDATION TRUST" }],
    [
      { ...at, type: "organisation", kind: "joint-venture", legalForm: "llp" },
      { title: "LIMITED LIABILITY PARTNERSHIP" },
    ],
    [{ ...at, type: "organisation", kind: "alliance", legalForm: "none" }, { title: "ALLIANCE" }],
    [{ ...at, type: "contract", kind: "prime-provider" }, { title: "PRIME PROVIDER CONTRACT" }],
    [{ ...at, type: "contract", kind: "sub-contract" }, { title: "SUB-CONTRACT" }],
    [{ ...at, type: "fund", kind: "pooled" }, { title: "POOLED BUDGET" }],
    [{ ...at, type: "forum", kind: "programme-board" }, { title: "PROGRAMME BOARD" }],
    [{ ...at, type: "place" }, { title: "PLACE" }],
  ])("%o", (element, words) => {
    expect(bandWords(element)).toEqual(words);
  });

  test("a company is a vehicle unless it is a provider in its own right", () => {
    expect(isVehicle({ kind: "joint-venture" })).toBe(true);
    expect(isVehicle({ kind: "integrator", legalForm: "limited-by-shares" })).toBe(true);
    expect(isVehicle({ kind: "integrator" })).toBe(false);
    expect(isVehicle({ kind: "independent-provider", legalForm: "limited-by-shares" })).toBe(false);
  });
});
