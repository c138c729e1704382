import { expect, test } from "vitest";
import { initials } from "../../../client/ui/initials.ts";

test.each([
  ["Chris Carter", "CC"],
  ["ada", "A"],
  ["  Jean  Luc   Picard ", "JP"],
  ["مريم علي", "مع"],
  ["👩‍⚕️ Nurse", "👩‍⚕️N"],
  ["", "?"],
  ["   ", "?"],
])("of %s are %s", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
