import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LIBRARY, libraryMap, mapToStartFrom } from "../../shared/library/library.ts";
import { readMapFile } from "../../shared/model/readMapFile.ts";
import { isAllowed } from "../../shared/model/relation.ts";
import { writeMapFile } from "../../shared/model/writeMapFile.ts";
import { findingsOf } from "./findingsOf.ts";

const FOLDER = new URL("../../shared/library/maps/", import.meta.url);
const files = readdirSync(FOLDER);

test("every map file of the folder is listed, and each name once", () => {
  expect(files).toHaveLength(LIBRARY.length);
  expect(new Set(LIBRARY.map(({ name }) => name.toLowerCase())).size).toBe(LIBRARY.length);
});

test.each(files)("%s is written as Plumbline writes map files", (file) => {
  const text = readFileSync(new URL(file, FOLDER), "utf8");
  expect(writeMapFile(readMapFile(text))).toBe(text);
});

test("a map is found by its name, in any case; another name finds nothing", () => {
  expect(libraryMap("Cambridgeshire: UnitingCare, 2015")?.title).toBe("Cambridgeshire: UnitingCare, 2015");
  expect(libraryMap(" blank MAP ")?.elements).toEqual([]);
  expect(libraryMap("Atlantis, 2015")).toBeUndefined();
});

test.each(LIBRARY.filter(({ kind }) => kind === "template"))(
  "$name starts today, without a finding",
  ({ name }) => {
    const map = mapToStartFrom(name, "2026-11-22");
    expect(map?.asOf).toBe("2026-11-22");
    expect(map && findingsOf(map)).toEqual([]);
  },
);

test("a real system starts as it was", () => {
  expect(mapToStartFrom("cambridgeshire-unitingcare-2015", "2026-11-22")?.asOf).toBe("2015-12-31");
});

describe.each(LIBRARY.filter(({ kind }) => kind === "system"))("$name", ({ map, source }) => {
  test("says where every element and relation comes from", () => {
    expect(source).not.toBe("");
    const unsourced = [...map.elements, ...map.relations].filter(
      (record) =>
        record.type !== "place" && record.type !== "note" && !/\blines? \d/u.test(record.source ?? ""),
    );
    expect(unsourced.map(({ id }) => id)).toEqual([]);
  });

  test("follows the grammar of the map", () => {
    const typeOf = new Map(map.elements.map(({ id, type }) => [id, type]));
    const wrong = map.relations.filter(({ type, from, to }) => {
      const start = typeOf.get(from);
      const end = typeOf.get(to);
      return !start || !end || !isAllowed(type, start, end);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
