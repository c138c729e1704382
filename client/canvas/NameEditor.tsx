import { useStore } from "@xyflow/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { MapElement } from "../../shared/model/element.ts";
import { addingKey } from "../actions/addElement.ts";
import { setCollapsed } from "../panels/panelStore.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import { NARROW_WINDOW } from "../ui/narrowWindow.ts";
import { editName, focusOn, useCanvasStore } from "./canvasStore.ts";
import styles from "./NameEditor.module.css";

/** Further out the field is shown larger than its card, so that what is typed can be read. */
const SMALLEST_READABLE_ZOOM = 0.85;

/** The field over the card whose name is being edited. It stands beside the cards and not in one: a card is a button. */
export function NameEditor({ elements }: { readonly elements: readonly MapElement[] }) {
  const editingName = useCanvasStore((state) => state.editingName);
  const element = elements.find(({ id }) => id === editingName);
  return element === undefined ? null : <NameField key={element.id} element={element} />;
}

/**
 * The name of an element, edited on its card (of a note, its text). Enter and leaving the field keep it, Escape does not. What is
 * being typed stays, whatever others do to the name meanwhile; if nothing was typed, nothing is written.
 */
function NameField({ element }: { readonly element: MapElement }) {
  const session = useSession();
  const field = useRef<HTMLTextAreaElement>(null);
  const isOver = useRef(false);
  const stated = statedText(element);
  const [start] = useState(stated);
  const [draft, setDraft] = useState(stated);
  const isNote = element.type === "note";
  const { width, height } = cardSize(element);
  const zoom = useStore((state) => state.transform[2]);

  useEffect(() => {
    // In a narrow window the panel lies over the map, and one would type unseen.
    if (matchMedia(NARROW_WINDOW).matches) setCollapsed(true);
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  function finish(isKept: boolean, returnsFocus: boolean): void {
    if (isOver.current) return;
    isOver.current = true;
    const text = isNote ? draft.trimEnd() : draft.replace(/\s+/gu, " ").trim();
    if (isKept && text !== start) {
      session.perform(
        isNote ? "Write a note" : renameLabel(start, text),
        (editor) => editor.setField(element.id, isNote ? "text" : "name", text),
        start === "" ? addingKey(element.id) : undefined,
      );
    }
    editName(undefined);
    if (returnsFocus) focusOn(element.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") finish(false, true);
    else if (event.key === "Enter" && !(isNote && event.shiftKey)) {
      event.preventDefault();
      finish(true, true);
    }
  }

  const label = isNote ? "Text of the note" : "Name";
  return (
    <div
      className={classNames("nodrag nopan nowheel", styles.holder)}
      style={{
        left: `${element.position.x}px`,
        top: `${element.position.y}px`,
        width: `${width}px`,
        height: `${height}px`,
        transform: `scale(${Math.max(1, SMALLEST_READABLE_ZOOM / zoom)})`,
      }}
    >
      <textarea
        ref={field}
        className={styles.field}
        aria-label={label}
        placeholder={isNote ? "Note" : "Name"}
        rows={isNote ? 4 : 2}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => finish(true, false)}
        onPointerDown={(event) => event.stopPropagation()}
      />
      {stated !== start && (
        <p className={styles.changed} role="status">
          Somebody has changed this to “{stated}”. Enter keeps yours, Esc theirs.
        </p>
      )}
    </div>
  );
}

function renameLabel(before: string, after: string): string {
  if (after === "") return `Take the name off ${before.trim()}`;
  return before.trim() === "" ? `Name ${after}` : `Rename ${before.trim()} to ${after}`;
}

function statedText(element: MapElement): string {
  return element.type === "note" ? (element.text ?? element.name) : element.name;
}
