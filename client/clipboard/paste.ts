import type { Point } from "../../shared/model/field.ts";
import { MapFileError } from "../../shared/model/MapFileError.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { showToast } from "../ui/toasts.ts";
import { pasteCards } from "./pasteCards.ts";
import { openPasteDialog } from "./pasteStore.ts";
import { type Pasted, readTransfer } from "./readTransfer.ts";

/** Puts what a clipboard holds on the map: cards at once, a list or table after asking what it is. */
export async function paste(
  session: MapSession,
  textOf: (type: string) => string,
  near?: Point,
): Promise<void> {
  let pasted: Pasted;
  try {
    pasted = readTransfer(textOf);
  } catch (error) {
    if (!(error instanceof MapFileError)) throw error;
    showToast(
      `The cards on the clipboard cannot be read, and nothing was pasted. ${error.message}`,
      "failure",
    );
    return;
  }
  if (pasted.kind === "cards") await pasteCards(session, pasted.cards, near);
  else if (pasted.kind === "text") openPasteDialog({ text: pasted.text, cells: pasted.cells, near });
  else showToast("There is nothing on the clipboard that belongs on a map: copy cards, a list or a table.");
}
