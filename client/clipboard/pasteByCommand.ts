import type { MapSession } from "../sync/MapSession.ts";
import { showToast } from "../ui/toasts.ts";
import { refusalWords } from "./copyByCommand.ts";
import { paste } from "./paste.ts";

/** Pastes from a menu. Where the browser does not let a menu read the clipboard, it says which keys do it. */
export async function pasteByCommand(session: MapSession): Promise<void> {
  const texts = await readClipboard();
  if (texts === undefined) showToast(refusalWords("Mod+V"), "failure");
  else await paste(session, (type) => texts.get(type) ?? "");
}

const TYPES = ["text/html", "text/plain"] as const;

async function readClipboard(): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const texts = new Map<string, string>();
    for (const item of await navigator.clipboard.read()) {
      for (const type of TYPES) {
        if (item.types.includes(type) && !texts.has(type))
          texts.set(type, await (await item.getType(type)).text());
      }
    }
    return texts;
  } catch {
    return undefined;
  }
}
