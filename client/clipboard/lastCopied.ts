import type { Carriers } from "./cardsOnClipboard.ts";

let last: { readonly text: string; readonly json: string } | undefined;

/** Remembers what this tab has copied, for a clipboard that lets nothing but plain text through. */
export function rememberCopied({ text, json }: Carriers): void {
  last = { text: withoutSpace(text), json };
}

/** The cards that this text stands for, if it is what this tab has copied last. */
export function copiedAs(text: string): string | undefined {
  return last !== undefined && text !== "" && withoutSpace(text) === last.text ? last.json : undefined;
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
