import type { NewCode } from "./links.ts";

// For as long as the page: whoever reloads it makes a new code, which costs nothing.
const codes = new Map<string, NewCode>();

/** Keeps a code that this tab has just made, so that it can be shown again; the server cannot. */
export function keepCode(code: NewCode): void {
  codes.set(code.id, code);
}

/** The code that leads to a link, if this tab has made it. */
export function madeCode(linkId: string): NewCode | undefined {
  return codes.get(linkId);
}
