import { expect, test } from "vitest";
import { findInLibrary } from "../../../client/start/findInLibrary.ts";
import type { LibraryListing } from "../../../client/start/library.ts";

const listing = (name: string, words: Partial<LibraryListing> = {}): LibraryListing => ({
  name,
  title: name,
  kind: "system",
  theme: "alliances",
  summary: "",
  teaches: "",
  source: "",
  elements: [],
  findings: undefined,
  ...words,
});

const SALFORD = listing("Salford, 2016", {
  summary: "The council pools its money.",
  teaches: "How a trust may buy care lawfully.",
  elements: ["Salford Royal NHS Foundation Trust", "Salford City Council", "Joint committee"],
});
const SYMPHONY = listing("South Somerset: Symphony", {
  summary: "One joint venture for the whole population",
  source: "The King’s Fund",
  elements: ["Yeovil District Hospital NHS Foundation Trust", "People’s board"],
});
const ALL = [SALFORD, SYMPHONY];

const found = (text: string) => findInLibrary(ALL, text).map(({ listing: { name } }) => name);

test("without a word every map is found, in the order of the library", () => {
  expect(found("")).toEqual([SALFORD.name, SYMPHONY.name]);
  expect(found("  \n ")).toEqual([SALFORD.name, SYMPHONY.name]);
});

test.each([
  ["the title", "somerset", [SYMPHONY.name]],
  ["the summary", "pools", [SALFORD.name]],
  ["what it teaches", "lawfully", [SALFORD.name]],
  ["a name on the map", "yeovil", [SYMPHONY.name]],
  ["nowhere", "wakefield", []],
  ["the source only, which is not searched", "king’s fund", []],
])("a word that stands in %s", (_where, text, names) => {
  expect(found(text)).toEqual(names);
});

test("every word must stand somewhere, in any order and place", () => {
  expect(found("joint")).toEqual([SALFORD.name, SYMPHONY.name]);
  expect(found("committee joint money")).toEqual([SALFORD.name]);
  expect(found("joint yeovil committee")).toEqual([]);
});

test("capitals, accents and kinds of apostrophe make no difference", () => {
  expect(found("SALFÓRD")).toEqual([SALFORD.name]);
  expect(found("people's")).toEqual([SYMPHONY.name]);
  expect(found("people’s")).toEqual([SYMPHONY.name]);
});

test("names on the map are told where only they hold the word", () => {
  expect(findInLibrary(ALL, "salford")[0]?.names).toEqual([]);
  expect(findInLibrary(ALL, "salford royal")[0]?.names).toEqual(["Salford Royal NHS Foundation Trust"]);
  expect(findInLibrary(ALL, "")[0]?.names).toEqual([]);
});
