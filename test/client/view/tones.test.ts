import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast } from "../../support/contrast.ts";

const SHEET = readFileSync(new URL("../../../client/theme.css", import.meta.url), "utf8");
const SHAPE = 3;
const TONES = [
  ...Array.from({ length: 10 }, (_, index) => `--view-cat-${index + 1}`),
  ...Array.from({ length: 5 }, (_, index) => `--view-step-${index + 1}`),
  "--view-size-edge",
];

function coloursOf(name: string): readonly [light: string, dark: string] {
  const found = new RegExp(`${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(SHEET);
  if (found?.[1] === undefined || found[2] === undefined) throw new Error(`The theme has no ${name}.`);
  return [found[1], found[2]];
}

test.each(TONES.flatMap((tone) => ["--surface", "--ground"].map((back) => [tone, back] as const)))(
  "%s is seen on %s, light and dark",
  (tone, back) => {
    const [front, behind] = [coloursOf(tone), coloursOf(back)];
    for (const theme of [0, 1] as const)
      expect(contrast(front[theme], behind[theme])).toBeGreaterThanOrEqual(SHAPE);
  },
);

test("no two tones are the same", () => {
  for (const theme of [0, 1] as const) {
    const colours = TONES.slice(0, -1).map((tone) => coloursOf(tone)[theme]);
    expect(new Set(colours).size).toBe(colours.length);
  }
});
