import { shortcutText } from "../actions/shortcut.ts";
import { isMac } from "../canvas/platform.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { showToast } from "../ui/toasts.ts";
import { CARDS_TYPE, type Carriers } from "./cardsOnClipboard.ts";
import { afterCopying, copySelection } from "./copySelection.ts";

/** Copies or cuts the selected cards from a menu. Where the browser refuses, it says which keys do it, and nothing is cut. */
export async function copyByCommand(session: MapSession, isCut: boolean): Promise<void> {
  const carriers = copySelection(session);
  if (carriers === undefined) return;
  if (copyAsIfByKey(carriers) || (await writeToClipboard(carriers))) afterCopying(session, isCut);
  else showToast(refusalWords(isCut ? "Mod+X" : "Mod+C"), "failure");
}

/** What is said where the browser does not let a menu at the clipboard. */
export function refusalWords(shortcut: string): string {
  return `The browser keeps the clipboard to itself here. Press ${shortcutText(shortcut, isMac())} instead.`;
}

/** Fills the clipboard of a copy event. */
export function fillClipboard(clipboard: DataTransfer, { json, html, text }: Carriers): void {
  clipboard.setData(CARDS_TYPE, json);
  clipboard.setData("text/html", html);
  clipboard.setData("text/plain", text);
}

/** The old way, which asks for no permission, takes every type and works without an encrypted connection too. */
function copyAsIfByKey(carriers: Carriers): boolean {
  let isFilled = false;
  const onCopy = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    fillClipboard(event.clipboardData, carriers);
    event.preventDefault();
    event.stopImmediatePropagation();
    isFilled = true;
  };
  window.addEventListener("copy", onCopy, true);
  try {
    return document.execCommand("copy") && isFilled;
  } catch {
    return false;
  } finally {
    window.removeEventListener("copy", onCopy, true);
  }
}

async function writeToClipboard({ html, text }: Carriers): Promise<boolean> {
  try {
    const item = new ClipboardItem({
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob([text], { type: "text/plain" }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}
