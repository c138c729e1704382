/** What of a key press decides which shortcut it is. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key press is this shortcut (`Mod+Z`, `Shift+1`, `Delete`, `?`). `Mod` is Control or Command, whichever is pressed. */
export function matchesShortcut(shortcut: string, press: KeyPress): boolean {
  const { modifiers, key } = parse(shortcut);
  if (modifiers.has("Alt") !== press.altKey) return false;
  if (modifiers.has("Mod") !== (press.ctrlKey || press.metaKey)) return false;
  // "?" and "+" already are what Shift makes of another key, and on which key they sit differs between keyboards.
  const isSymbol = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSymbol && modifiers.has("Shift") !== press.shiftKey) return false;
  if (/^[0-9]$/.test(key)) return press.code === `Digit${key}` || (press.key === key && !press.shiftKey);
  if (key === "Space") return press.key === " ";
  return press.key.toLowerCase() === key.toLowerCase();
}

const SHOWN: Readonly<Record<string, string>> = {
  Mod: "Ctrl",
  Escape: "Esc",
  Delete: "Del",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ContextMenu: "Menu",
};
const SHOWN_ON_MAC: Readonly<Record<string, string>> = { ...SHOWN, Mod: "⌘", Shift: "⇧", Alt: "⌥" };

/** A shortcut as it is written for people: "Ctrl+Z", on a Mac "⌘Z". */
export function shortcutText(shortcut: string, isMac: boolean): string {
  const { modifiers, key } = parse(shortcut);
  const words = isMac ? SHOWN_ON_MAC : SHOWN;
  return [...modifiers, key].map((part) => words[part] ?? part).join(isMac ? "" : "+");
}

function parse(shortcut: string): { modifiers: ReadonlySet<string>; key: string } {
  if (shortcut === "+") return { modifiers: new Set(), key: "+" };
  const parts = shortcut.split("+");
  const key = parts.at(-1) ?? "";
  return { modifiers: new Set(parts.slice(0, -1)), key };
}
