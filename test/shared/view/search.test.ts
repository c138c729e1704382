import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SystemMap } from "../../../shared/model/systemMap.ts";
import { foldText } from "../../../shared/view/foldText.ts";
import { findOnMap } from "../../../shared/view/search/findOnMap.ts";
import { type SearchedFinding, SearchIndex } from "../../../shared/view/search/SearchIndex.ts";
import { matchedField, searchEntries, wordsOf } from "../../../shared/view/search/searchEntries.ts";
import { buildMap } from "../../support/buildMap.ts";
import { anyMap } from "../drawing/arbitraryMap.ts";

function indexOf(map: SystemMap, findings: readonly SearchedFinding[] = []): SearchIndex {
  const index = new SearchIndex();
  for (const _ of index.steps(map, findings)) void _;
  return index;
}

const MAP: SystemMap = {
  ...buildMap()
    .organisation("cuh", "foundation-trust", { name: "Cambridge University Hospitals", odsCode: "RGT" })
    .organisation("ccg", "ccg", { name: "Ynys Môn CCG", notes: "Chair is Siân Ó Briain" })
    .organisation("drafters", "other", { name: "Draft and Shift Ltd" })
    .contract("older", "prime-provider", {
      name: "Older people",
      totalValue: 726_000_000,
      status: "live",
      services: ["mental-health"],
    })
    .contract("mou", "memorandum", { name: "Working together" })
    .relate("pays", "ccg", "cuh", { id: "money", annualAmount: 145_200_000, label: "tariff top-up" })
    .relate("holds", "cuh", "older", { id: "held" })
    .map(),
  decisions: [
    {
      rule: "missing-parent-guarantee",
      subjects: ["cuh"],
      choice: "accepted",
      reason: "The board carries it",
      by: "Ann Archer",
      at: "2015-03-04",
    },
  ],
};
const FINDING: SearchedFinding = {
  key: "one",
  title: "No parent guarantee",
  message: "If it fails, the commissioner carries the loss.",
  severity: "error",
  subjects: ["older"],
};
const index = indexOf(MAP, [FINDING]);
const found = (query: string) => searchEntries(index.entries, query).map(({ entry }) => entry.key);

describe("search", () => {
  test.each([
    ["FT", ["cuh"]],
    ["MOU", ["mou"]],
    ["foundation trust", ["cuh"]],
    ["rgt", ["cuh"]],
    ["726m", ["older"]],
    ["£726m", ["older"]],
    ["0.726bn", ["older"]],
    ["726,000,000", ["older"]],
    ["145.2m", ["money"]],
    ["tariff", ["money"]],
    ["ynys mon", ["ccg", "money"]],
    ["SIAN briain", ["ccg"]],
    ["live", ["older"]],
    ["mental health", ["older"]],
    ["held by", ["held"]],
    ["carries", ["decision 0", "finding one"]],
    ["must fix", ["finding one"]],
    ["ann archer", ["decision 0"]],
    ["  ", []],
    ["nothing like it", []],
  ])("“%s” finds %j", (query, keys) => {
    expect(found(query)).toEqual(keys);
  });

  test("titles come before what is said elsewhere", () => {
    const map = buildMap()
      .organisation("notes", "ccg", { name: "A", notes: "older people" })
      .organisation("inside", "ccg", { name: "For older people" })
      .organisation("begins", "ccg", { name: "Older people first" })
      .organisation("same", "ccg", { name: "Older people" })
      .map();
    expect(searchEntries(indexOf(map).entries, "older PEOPLE").map(({ entry }) => entry.key)).toEqual([
      "same",
      "begins",
      "inside",
      "notes",
    ]);
  });

  describe("past slips of the pen", () => {
    const near = buildMap()
      .organisation("cambs", "local-authority", { name: "Cambridgeshire County Council" })
      .organisation("norfolk", "ccg", { name: "Norfolk CCG", notes: "Chair is Siân Ó Briain" })
      .organisation("practices", "gp-federation", { name: "OneNorwich Practices" })
      .organisation("mon", "ccg", { name: "Ynys Môn CCG" })
      .contract("older", "prime-provider", { name: "Older people", totalValue: 726_000_000 })
      .map();
    const nearIndex = indexOf(near);
    const hitsFor = (query: string) => findOnMap(nearIndex, query);
    const keysFor = (query: string) => hitsFor(query).map(({ entry }) => entry.key);

    test.each([
      ["cambrigeshire", ["cambs"]],
      ["Cambrigde", ["cambs"]],
      ["acmbridgeshire", ["cambs"]],
      ["cambridgshire coucnil", ["cambs"]],
      ["norfok", ["norfolk"]],
      ["norflok", ["norfolk"]],
      ["norfolkk", ["norfolk"]],
      ["norfalk ccg", ["norfolk"]],
      ["ynys man", []],
      ["ynsy mon", ["mon"]],
      ["siân briian", ["norfolk"]],
      ["onenorwhich", ["practices"]],
      ["cgc", []],
      ["727m", []],
      ["dorset", []],
      [" ", []],
    ])("“%s” finds %j", (query, keys) => {
      expect(keysFor(query)).toEqual(keys);
      expect(hitsFor(query).every(({ isNear }) => isNear)).toBe(true);
    });

    test("what is said as it was asked for comes first, and alone where there is enough of it", () => {
      const names = ["Norfolk", "Norfok Ltd", "Suffolk"];
      const few = names.reduce((map, name) => map.organisation(name, "ccg", { name }), buildMap()).map();
      expect(findOnMap(indexOf(few), "norfok").map(({ entry, isNear }) => [entry.title, isNear])).toEqual([
        ["Norfok Ltd", false],
        ["Norfolk", true],
      ]);
      const many = ["Norfolk", "Norfok A", "Norfok B", "Norfok C"];
      const map = many.reduce((built, name) => built.organisation(name, "ccg", { name }), buildMap()).map();
      expect(findOnMap(indexOf(map), "norfok").map(({ entry }) => entry.title)).toEqual(many.slice(1));
    });

    test("says where it was found by the word that stands there", () => {
      const [hit] = hitsFor("briian");
      expect(hit && matchedField(hit.entry, hit.words)).toMatchObject({ where: "Notes" });
      expect(hit?.words).toEqual(["briain"]);
    });
  });

  test("says where it was found, unless the title says it", () => {
    const where = (query: string) => {
      const [hit] = searchEntries(index.entries, query);
      return hit === undefined ? undefined : matchedField(hit.entry, wordsOf(query))?.where;
    };
    expect(where("rgt")).toBe("ODS code");
    expect(where("briain")).toBe("Notes");
    expect(where("726m")).toBe("Total value");
    expect(where("cambridge")).toBeUndefined();
  });

  test("an edit makes anew only what it touched", () => {
    const [first, ...others] = MAP.elements;
    if (first === undefined) throw new Error("The map is empty.");
    const before = new Map(index.entries.map((entry) => [entry.key, entry]));
    const renamed = { ...MAP, elements: [{ ...first, name: "Addenbrooke’s" }, ...others] };
    for (const _ of index.steps(renamed, [FINDING])) void _;
    const fresh = index.entries.filter((entry) => before.get(entry.key) !== entry).map(({ key }) => key);
    expect(fresh).toEqual(["cuh", "money", "held", "decision 0"]);
    expect(found("addenbrooke's")).toEqual(["cuh", "money", "held"]);
  });

  test("any word of a name finds its card, folded or not", () => {
    fc.assert(
      fc.property(anyMap, ({ elements, relations }) => {
        const { entries } = indexOf({ elements, relations } as unknown as SystemMap);
        for (const element of elements) {
          const [word] = foldText(element.name).split(" ");
          if (word === undefined || word === "" || /\d/.test(word)) continue;
          expect(searchEntries(entries, word).map(({ entry }) => entry.key)).toContain(element.id);
        }
      }),
    );
  });
});
