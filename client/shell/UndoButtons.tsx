import { Redo2, Undo2 } from "lucide-react";
import { isMac } from "../canvas/platform.ts";
import { useCanEdit, useHistory, useSession } from "../sync/sessionContext.tsx";
import { IconButton } from "../ui/IconButton.tsx";

/** Undo and redo of this person's own steps. */
export function UndoButtons() {
  const session = useSession();
  const canEdit = useCanEdit();
  const { undoLabel, redoLabel } = useHistory();
  return (
    <>
      <IconButton
        label={undoLabel === undefined ? "Undo" : `Undo: ${undoLabel}`}
        shortcut={isMac() ? "⌘Z" : "Ctrl+Z"}
        isDisabled={!canEdit || undoLabel === undefined}
        onPress={() => session.undo()}
      >
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton
        label={redoLabel === undefined ? "Redo" : `Redo: ${redoLabel}`}
        shortcut={isMac() ? "⇧⌘Z" : "Ctrl+Y"}
        isDisabled={!canEdit || redoLabel === undefined}
        onPress={() => session.redo()}
      >
        <Redo2 aria-hidden />
      </IconButton>
    </>
  );
}
