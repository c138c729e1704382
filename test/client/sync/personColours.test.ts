import { describe, expect, test } from "vitest";
import { chooseColour, PERSON_COLOURS } from "../../../client/sync/personColours.ts";

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe("colours of people", () => {
  test.each(PERSON_COLOURS)("white text can be read on %s", (colour) => {
    expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });

  test("the first dozen people all get different ones", () => {
    const taken: string[] = [];
    for (let person = 0; person < PERSON_COLOURS.length; person++) taken.push(chooseColour(taken, 7));
    expect(new Set(taken).size).toBe(PERSON_COLOURS.length);
  });

  test("more people than colours share the least used", () => {
    const taken: string[] = [...PERSON_COLOURS, ...PERSON_COLOURS.slice(1)];
    expect(chooseColour(taken, 5)).toBe(PERSON_COLOURS[0]);
  });
});
