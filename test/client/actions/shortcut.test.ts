import { describe, expect, it } from "vitest";
import { actions } from "../../../client/actions/actions.ts";
import { type KeyPress, matchesShortcut, shortcutText } from "../../../client/actions/shortcut.ts";
import { PALETTE_ITEMS } from "../../../client/palette/paletteItems.ts";

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, code: "", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...modifiers };
}

describe("matchesShortcut", () => {
  it.each([
    ["Mod+Z", press("z", { ctrlKey: true })],
    ["Mod+Z", press("z", { metaKey: true })],
    ["Shift+Mod+Z", press("Z", { ctrlKey: true, shiftKey: true })],
    ["Delete", press("Delete")],
    ["?", press("?", { shiftKey: true })],
    ["+", press("+", { shiftKey: true })],
    ["Shift+1", press("!", { code: "Digit1", shiftKey: true })],
    ["Space", press(" ")],
    ["C", press("c")],
  ])("%s", (shortcut, pressed) => {
    expect(matchesShortcut(shortcut, pressed)).toBe(true);
  });

  it.each([
    ["Mod+Z", press("z")],
    ["Mod+Z", press("z", { ctrlKey: true, shiftKey: true })],
    ["C", press("c", { ctrlKey: true })],
    ["C", press("c", { altKey: true })],
    ["Shift+1", press("1", { code: "Digit1" })],
    ["Delete", press("Delete", { ctrlKey: true })],
  ])("%s does not answer to another key", (shortcut, pressed) => {
    expect(matchesShortcut(shortcut, pressed)).toBe(false);
  });
});

it("writes shortcuts for people", () => {
  expect(shortcutText("Shift+Mod+Z", false)).toBe("Shift+Ctrl+Z");
  expect(shortcutText("Mod+Z", true)).toBe("⌘Z");
  expect(shortcutText("Shift+1", false)).toBe("Shift+1");
});

it("gives no key two meanings", () => {
  for (const regime of ["england-2012", "england-2022"] as const) {
    const keys = [
      ...actions.flatMap(({ shortcuts }) => shortcuts),
      ...PALETTE_ITEMS.filter((item) => item.regime === undefined || item.regime === regime).flatMap(
        ({ key }) => key ?? [],
      ),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  }
});
