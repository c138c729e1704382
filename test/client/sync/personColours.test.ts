import { describe, expect, test } from "vitest";
import { chooseColour, PERSON_COLOURS } from "../../../client/sync/personColours.ts";
import { contrast } from "../../support/contrast.ts";

describe("colours of people", () => {
  test.each(PERSON_COLOURS)("white text can be read on %s", (colour) => {
    expect(contrast("#ffffff", colour)).toBeGreaterThanOrEqual(4.5);
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
