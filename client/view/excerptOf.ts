import { foldText } from "../../shared/view/foldText.ts";

const before = 24;
const longest = 90;

/** So much of a text as fits on a line, around the first of some folded words. */
export function excerptOf(text: string, words: readonly string[]): string {
  const plain = text.slice(0, 5_000).replace(/\s+/gu, " ").trim();
  if (plain.length <= longest) return plain;
  const folded = foldText(plain);
  const found = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
  const start = Math.max(0, Math.min(...(found.length > 0 ? found : [0])) - before);
  const end = start + longest;
  return `${start > 0 ? "…" : ""}${plain.slice(start, end).trim()}${end < plain.length ? "…" : ""}`;
}
