import fc from "fast-check";
import { expect, test } from "vitest";
import { isNoDifference, mapDifference } from "../../../shared/document/mapDifference.ts";
import { readMapFile } from "../../../shared/model/readMapFile.ts";
import { writeMapFile } from "../../../shared/model/writeMapFile.ts";
import { arbitraryMap } from "../../support/arbitraryMap.ts";
import { buildMap } from "../../support/buildMap.ts";

test("a map does not differ from itself, whatever way it went", () => {
  fc.assert(
    fc.property(arbitraryMap, (map) => {
      expect(isNoDifference(mapDifference(map, readMapFile(writeMapFile(map))))).toBe(true);
    }),
  );
});

test("what one has more the other has less, and what is changed is changed both ways", () => {
  fc.assert(
    fc.property(arbitraryMap, arbitraryMap, (one, other) => {
      const [there, back] = [mapDifference(one, other), mapDifference(other, one)];
      expect(there.addedElements).toEqual(back.goneElements);
      expect(there.goneRelations).toEqual(back.addedRelations);
      const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id).sort();
      expect(ids(there.changedElements)).toEqual(ids(back.changedElements));
      expect(there.decisions).toBe(back.decisions);
      expect(isNoDifference(there)).toBe(isNoDifference(back));
    }),
  );
});

test("any single edit of a field is a difference", () => {
  const map = buildMap().organisation("ccg", "ccg").relate("partners", "ccg", "ccg").map();
  const [ccg] = map.elements;
  const [line] = map.relations;
  if (!ccg || !line) throw new Error("The map is empty.");
  for (const changed of [
    { ...map, asOf: "2026-05-03" },
    { ...map, settings: {} },
    { ...map, elements: [{ ...ccg, notes: "Checked" }] },
    { ...map, relations: [{ ...line, label: "since 2013" }] },
    { ...map, relations: [] },
  ])
    expect(isNoDifference(mapDifference(map, changed))).toBe(false);
});

test("an element that stands elsewhere is changed, and only moved", () => {
  const map = buildMap().organisation("ccg", "ccg").map();
  const [ccg] = map.elements;
  if (!ccg) throw new Error("The map is empty.");
  const moved = { ...ccg, position: { x: 1, y: 1 } };
  expect(mapDifference(map, { ...map, elements: [moved] }).onlyMoved).toEqual(new Set(["ccg"]));
  expect(mapDifference(map, { ...map, elements: [{ ...moved, name: "New" }] }).onlyMoved).toEqual(new Set());
});
