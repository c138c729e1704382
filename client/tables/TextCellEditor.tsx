import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import type { Field } from "../../shared/model/field.ts";
import { fieldWord } from "../../shared/model/words.ts";
import { draftKey, setDraft, useDraftStore } from "../panels/inspector/draftStore.ts";
import { confirmation, readText, textOf } from "../panels/inspector/fieldText.ts";
import { type DraftField, useDraftField } from "../panels/inspector/useDraftField.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useSession } from "../sync/sessionContext.tsx";
import styles from "./CellEditor.module.css";
import { EditorNote, type Note } from "./EditorNote.tsx";
import type { EditorProps, NextCell } from "./EditorProps.ts";

/**
 * Edits a text, a figure or a date in its cell. Enter and Tab save and move on, Escape forgets, leaving the cell saves what can be read.
 * What cannot be read, and what somebody else has changed meanwhile, stays in the cell until its owner decides.
 */
export function TextCellEditor(props: EditorProps) {
  const { row, content, startText, isGone, onEnd } = props;
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const noteId = useId();
  const name = content.kind === "field" ? content.name : "";
  const key = draftKey(session.id, row.id, name);
  const draft = useCellDraft(props, key, session);
  const note = noteOf(props, draft);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed to begin with begins the draft.
  useEffect(() => {
    draft.beginVisit();
    if (startText !== undefined) draft.type(startText);
    input.current?.focus({ preventScroll: true });
    if (startText === undefined) input.current?.select();
  }, []);

  const end = (next: NextCell) => {
    if (isGone) return;
    draft.commit(draft.state === "changed-meanwhile" && next === "down");
    const isKept = useDraftStore.getState().drafts[key] !== undefined;
    if (!isKept || next === "elsewhere") onEnd(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      draft.discard();
      onEnd("stay");
    } else if (event.key === "Enter") end(event.shiftKey ? "up" : "down");
    else if (event.key === "Tab") end(event.shiftKey ? "left" : "right");
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        ref={input}
        className={styles.input}
        aria-label={`${props.label}, ${props.names.nameOf(row.id)}`}
        aria-invalid={note?.isProblem === true}
        aria-describedby={note === undefined ? undefined : noteId}
        dir={content.kind === "field" && content.field.type === "text" ? "auto" : undefined}
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => end("elsewhere")}
      />
      {note !== undefined && <EditorNote id={noteId} anchor={input} note={note} />}
    </>
  );
}

function useCellDraft(
  { content, isGone, onSave }: EditorProps,
  key: string,
  session: MapSession,
): DraftField {
  const cell = content.kind === "field" ? content : undefined;
  return useDraftField({
    key,
    label: fieldWord(cell?.name ?? ""),
    field: cell?.field as Field<unknown>,
    stored: cell?.value,
    required: cell?.required ?? false,
    savesInPauses: false,
    canSave: () => session.canEdit && !isGone,
    save: (value) => onSave(value),
  });
}

function noteOf(props: EditorProps, draft: DraftField): Note | undefined {
  const { content, isGone } = props;
  if (content.kind !== "field") return undefined;
  if (isGone)
    return {
      text: "Somebody has deleted this row. What you typed is still here: copy it, then press Esc.",
      isProblem: true,
      copy: draft.text,
    };
  if (draft.state === "changed-meanwhile") {
    const now = textOf(content.field, content.value);
    return {
      text: `Changed meanwhile to ${now === "" ? "“not stated”" : `“${now}”`}. Enter keeps yours, Esc theirs.`,
      isProblem: true,
    };
  }
  if (draft.state === "saved") return undefined;
  const reading = readText(content.field, draft.text, content.required);
  if (!reading.ok) return { text: reading.problem, isProblem: true };
  const understood = confirmation(content.field, reading.value);
  return understood === undefined ? undefined : { text: understood, isProblem: false };
}

/** Puts a text that could not be read into a cell as a draft, for its owner to mend. */
export function keepAsDraft(mapId: string, id: string, field: string, text: string, stored: string): void {
  setDraft(draftKey(mapId, id, field), { text, startedFrom: stored });
}

/** Forgets such a draft, unless its owner has changed it since. */
export function forgetDraft(mapId: string, id: string, field: string, text: string): void {
  const key = draftKey(mapId, id, field);
  if (useDraftStore.getState().drafts[key]?.text === text) setDraft(key, undefined);
}
