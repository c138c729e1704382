import fc from "fast-check";
import { expect, test } from "vitest";
import { fileNameFor } from "../../../client/export/fileNameFor.ts";

test.each([
  ["Older people’s services 2015", "Older people’s services 2015.svg"],
  ["Cambridgeshire: UnitingCare, 2015", "Cambridgeshire UnitingCare, 2015.svg"],
  ["../../etc/passwd", "etc passwd.svg"],
  ['a<b>c"d|e?f*g\\h', "a b c d e f g h.svg"],
  ["...", "map.svg"],
  ["", "map.svg"],
  ["tabs\tand\nlines", "tabs and lines.svg"],
])("%s is saved as %s", (title, name) => {
  expect(fileNameFor(title, "svg")).toBe(name);
});

test("any title makes a short name without what file systems refuse", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 150 }), (title) => {
      const name = fileNameFor(title, "map.json");
      expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}]+\.map\.json$/u);
      expect(name.startsWith(".")).toBe(false);
      expect([...name].length).toBeLessThanOrEqual(80 + ".map.json".length);
    }),
  );
});
