import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type ColourToken, tokenColour } from "../../../shared/drawing/shapes.ts";

const SHARED_NAMES: readonly (readonly [token: ColourToken, variable: string])[] = [
  ["accent", "accent"],
  ["paper", "surface"],
  ["ground", "ground"],
  ["groundDot", "ground-dot"],
  ["wash", "wash"],
  ["line", "line"],
  ["ink", "ink"],
  ["inkSoft", "ink-soft"],
  ["commissioner", "commissioner"],
  ["provider", "provider"],
  ["vehicle", "vehicle"],
  ["contract", "contract"],
  ["fund", "fund"],
  ["forum", "forum"],
  ["money", "money"],
  ["relation", "relation"],
  ["error", "error"],
  ["warning", "warning"],
  ["onWarning", "warning-ink"],
  ["info", "info"],
];

test.each(SHARED_NAMES)("the drawing's %s is the page's --%s", (token, variable) => {
  const sheet = readFileSync(new URL("../../../client/theme.css", import.meta.url), "utf8");
  expect(new RegExp(`--${variable}: (#[0-9a-f]{6});`).exec(sheet)?.[1]).toBe(tokenColour(token));
});
