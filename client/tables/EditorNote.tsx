import type { RefObject } from "react";
import { Popover } from "react-aria-components/Popover";
import { copyText } from "../shell/share/copyText.ts";
import { Button } from "../ui/Button.tsx";
import { classNames } from "../ui/classNames.ts";
import styles from "./CellEditor.module.css";

/** What is said beside a cell that is being edited. */
export interface Note {
  readonly text: string;
  readonly isProblem: boolean;
  /** A text that a button puts on the clipboard. */
  readonly copy?: string;
}

/** What is wrong with what is typed, or how it is understood, below its cell. */
export function EditorNote({
  id,
  anchor,
  note,
}: {
  readonly id: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly note: Note;
}) {
  const { copy } = note;
  return (
    <Popover
      triggerRef={anchor}
      isOpen
      isNonModal
      placement="bottom start"
      offset={3}
      className={classNames(styles.note, note.isProblem && styles.problem)}
    >
      <p id={id} role={note.isProblem ? "alert" : undefined}>
        {note.text}
      </p>
      {copy !== undefined && (
        <Button size="small" variant="outline" onPress={() => void copyText(copy)}>
          Copy the text
        </Button>
      )}
    </Popover>
  );
}
