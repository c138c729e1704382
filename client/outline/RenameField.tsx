import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import type { MapElement } from "../../shared/model/element.ts";
import { text } from "../../shared/model/field.ts";
import { addingKey } from "../actions/addingKey.ts";
import { setNaming } from "../findings/namingStore.ts";
import { draftKey } from "../panels/inspector/draftStore.ts";
import { useDraftField } from "../panels/inspector/useDraftField.ts";
import { useSession } from "../sync/sessionContext.tsx";
import styles from "./OutlineView.module.css";
import { setRenaming } from "./outlineStore.ts";

/** The name of an element (of a note, its text), edited in its row. Enter and leaving the field keep it, Escape does not. */
export function RenameField({
  element,
  wantFocus,
}: {
  readonly element: MapElement;
  readonly wantFocus: () => void;
}) {
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const noteId = useId();
  const name = element.type === "note" ? "text" : "name";
  const stored = element.type === "note" ? (element.text ?? "") : element.name;
  const draft = useDraftField({
    key: draftKey(session.id, element.id, name),
    label: name === "text" ? "Text" : "Name",
    field: text,
    stored,
    required: name === "name",
    savesInPauses: false,
    canSave: () => session.canEdit && session.snapshots.get().elementById.has(element.id),
    save: (value) => {
      const words = String(value ?? "").trim();
      const label = stored.trim() === "" ? `Name ${words}` : `Rename ${stored.trim()} to ${words}`;
      session.perform(
        label,
        (editor) => editor.setField(element.id, name, words),
        stored === "" ? addingKey(element.id) : undefined,
      );
    },
  });
  useEffect(() => {
    setNaming(element.id);
    return () => setNaming(undefined);
  }, [element.id]);
  const isConflict = draft.state === "changed-meanwhile";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the field appears.
  useEffect(() => {
    draft.beginVisit();
    input.current?.focus();
    input.current?.select();
  }, []);

  const end = (isFocusKept: boolean) => {
    setRenaming(undefined);
    if (isFocusKept) wantFocus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") draft.discard();
    else if (event.key === "Enter") draft.commit(isConflict);
    else return;
    event.preventDefault();
    end(true);
  };
  return (
    <>
      <input
        ref={input}
        className={styles.rename}
        dir="auto"
        aria-label={name === "text" ? "Text of the note" : "Name"}
        aria-describedby={isConflict ? noteId : undefined}
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => {
          draft.commit(false);
          end(false);
        }}
      />
      {isConflict && (
        <span id={noteId} role="alert" className={styles.conflict}>
          Changed meanwhile to “{stored}”. Enter keeps yours, Esc theirs.
        </span>
      )}
    </>
  );
}
