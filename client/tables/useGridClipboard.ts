import { type ClipboardEvent, useState } from "react";
import { writeTabSeparated } from "../../shared/formats/table/writeTabSeparated.ts";
import { readBlock } from "../../shared/table/block.ts";
import { announce } from "../panels/panelStore.ts";
import { useCanEdit, useSession } from "../sync/sessionContext.tsx";
import type { GridShape } from "./GridShape.ts";
import { clearSelected, paste, planFor, selectedTexts } from "./gridEdits.ts";
import type { PastePlan } from "./planPaste.ts";
import { useTableStore } from "./tableStore.ts";

/** Copying, cutting and pasting of cells. What cannot be read is shown before anything is written. */
export interface GridClipboard {
  onCopy(event: ClipboardEvent): void;
  onCut(event: ClipboardEvent): void;
  onPaste(event: ClipboardEvent): void;
  /** The paste that waits for an answer, as some of it cannot be read. */
  readonly doubtful: PastePlan | undefined;
  /** Pastes what can be read of it, or nothing. */
  answer(isWanted: boolean): void;
}

export function useGridClipboard(shape: GridShape): GridClipboard {
  const session = useSession();
  const canEdit = useCanEdit();
  const [doubtful, setDoubtful] = useState<PastePlan>();
  const onCopy = (event: ClipboardEvent) => {
    if (isEditing()) return;
    const texts = selectedTexts(shape);
    event.clipboardData.setData("text/plain", writeTabSeparated(texts));
    event.preventDefault();
    const count = texts.reduce((sum, row) => sum + row.length, 0);
    announce(count === 1 ? "Copied 1 cell." : `Copied ${count} cells.`);
  };
  return {
    onCopy,
    onCut(event) {
      if (isEditing()) return;
      onCopy(event);
      if (canEdit) clearSelected(session, shape);
    },
    onPaste(event) {
      if (isEditing() || !canEdit) return;
      event.preventDefault();
      const text = event.clipboardData.getData("text/plain");
      if (text === "") return announce("The clipboard holds no text. Copy cells of a spreadsheet first.");
      const plan = planFor(shape, readBlock(text));
      if (plan.problems.length > 0) setDoubtful(plan);
      else paste(session, shape, plan, "Paste");
    },
    doubtful,
    answer(isWanted) {
      if (isWanted && doubtful !== undefined) paste(session, shape, doubtful, "Paste");
      setDoubtful(undefined);
    },
  };
}

function isEditing(): boolean {
  return useTableStore.getState().edited !== undefined;
}
