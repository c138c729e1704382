import { ChevronDown, Redo2, Undo2 } from "lucide-react";
import { undoSteps } from "../actions/sayUndone.ts";
import { isMac } from "../canvas/platform.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useCanEdit, useHistory, useSession } from "../sync/sessionContext.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { MenuButton, type MenuEntry } from "../ui/MenuButton.tsx";
import styles from "./UndoButtons.module.css";

const MOST_LISTED = 10;

/** Undo and redo of this person's own steps, one at a time or several at once. */
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
      <MenuButton
        label="Undo down to a step"
        button={
          <IconButton
            label="Take back several steps"
            isDisabled={!canEdit || undoLabel === undefined}
            className={styles.several}
          >
            <ChevronDown aria-hidden />
          </IconButton>
        }
        entries={stepsOf(session)}
      />
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

function stepsOf(session: MapSession): readonly MenuEntry[] {
  return session.history.newestLabels(MOST_LISTED).map((label, index) => ({
    id: String(index),
    label,
    description: index === 0 ? "Undo this" : `Undo this and the ${numberWord(index)} above`,
    onAction: () => undoSteps(session, index + 1),
  }));
}

function numberWord(count: number): string {
  return count === 1 ? "one" : String(count);
}
