import { expect, test } from "vitest";
import { LIBRARY } from "../../shared/library/library.ts";
import { LIBRARY_THEMES } from "../../shared/library/themeWords.ts";

test("the library is listed theme by theme, in the order of the themes", () => {
  const order = LIBRARY_THEMES.map(({ theme }) => theme);
  const places = LIBRARY.map(({ theme }) => order.indexOf(theme));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test("templates stand under their own heading and nothing else does", () => {
  for (const { kind, theme } of LIBRARY) expect(theme === "templates").toBe(kind === "template");
});
