import type { Script } from "../geometry/textWidth.ts";

const STACKS: Readonly<Record<Script, string>> = {
  latin: "Arimo, Arial, Helvetica, sans-serif",
  arabic: "Noto Sans Arabic, Arimo, Arial, sans-serif",
  emoji: "Noto Emoji, Segoe UI Emoji, Apple Color Emoji, sans-serif",
  other: "Arimo, Arial, Noto Sans, sans-serif",
};

/** The font family list that draws a script. Unquoted: the names need no quotes, and every reader of SVG takes them so. */
export function fontStack(script: Script): string {
  return STACKS[script];
}

/** The text of a run as a back-end writes it: what is read from right to left is isolated, so that its full stops and brackets stand where they belong. */
export function isolated(text: string, isRightToLeft: boolean | undefined): string {
  return isRightToLeft ? `\u2067${text}\u2069` : text;
}
