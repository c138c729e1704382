import { expect, it } from "vitest";
import { recordRegions } from "../../../../shared/formats/findings/recordRegions.ts";

const at = (startLine: number, startColumn: number, endLine: number, endColumn: number) => ({
  startLine,
  startColumn,
  endLine,
  endColumn,
});

it("tells the lines and columns of elements and relations by id", () => {
  const text = [
    "{",
    '  "title": "Map", "elements": [',
    '    { "id": "a", "position": { "x": 1, "id": "inside" }, "services": ["id", "b"] },',
    "    {",
    '      "name": "é “quoted”",',
    '      "id": "b"',
    "    }",
    "  ],",
    '  "relations": [{ "type": "owns", "id": "r" }],',
    '  "other": [{ "id": "c" }], "settings": { "rules": { "id": "off" } }',
    "}",
  ].join("\n");
  expect(Object.fromEntries(recordRegions(text))).toEqual({
    a: at(3, 5, 3, 83),
    b: at(4, 5, 7, 6),
    r: at(9, 17, 9, 46),
  });
});

it("tells them in a file of a single line, and of one with a mark at its start", () => {
  const text = '{"elements":[{"id":"a"},{"id":"b"}],"relations":[]}';
  const expected = { a: at(1, 14, 1, 24), b: at(1, 25, 1, 35) };
  expect(Object.fromEntries(recordRegions(text))).toEqual(expected);
  expect(Object.fromEntries(recordRegions(`\uFEFF${text}`))).toEqual(expected);
});

it("knows ids that are written in other characters, and leaves out what has none", () => {
  const text = '{"elements":[{"id":"\\u0061"},{"id":5},{},7],"relations":{}}';
  expect([...recordRegions(text).keys()]).toEqual(["a"]);
});

it("finds nothing in what is no map", () => {
  for (const text of ["", "[]", "null", "{", '{"elements":']) expect(recordRegions(text).size).toBe(0);
  expect(recordRegions("[".repeat(100_000)).size).toBe(0);
});
