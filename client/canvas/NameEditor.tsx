import { useStore } from "@xyflow/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Size } from "../../shared/model/field.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { addingKey } from "../actions/addingKey.ts";
import { tooLong } from "../panels/inspector/tooLong.ts";
import { setCollapsed } from "../panels/panelStore.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { classNames } from "../ui/classNames.ts";
import { NARROW_WINDOW } from "../ui/narrowWindow.ts";
import { editName, focusOn, useCanvasStore } from "./canvasStore.ts";
import styles from "./NameEditor.module.css";

/** Further out the field is shown larger than its card, so that what is typed can be read. */
const SMALLEST_READABLE_ZOOM = 0.85;
/** The name of a place stands at its head; what lies in the place stays in sight. */
const PLACE_HEAD: Size = { width: 420, height: 64 };

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
  const { width, height } = fieldSize(element);
  const zoom = useStore((state) => state.transform[2]);
  const fieldName = isNote ? "text" : "name";
  const problem = isNote ? undefined : nameProblem(draft);
  useFieldPresence(element.id, fieldName);
  useKeptIfDeleted([session.id, element.id, fieldName], draft, start, isOver);

  useEffect(() => {
    // In a narrow window the panel lies over the map, and one would type unseen.
    if (matchMedia(NARROW_WINDOW).matches) setCollapsed(true);
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  function finish(isKept: boolean, returnsFocus: boolean): void {
    // What has been deleted meanwhile takes no name: the text is kept when the field goes.
    if (isOver.current || !session.snapshots.get().elementById.has(element.id)) return;
    if (isKept && problem !== undefined) {
      // Whoever leaves finds it in the inspector, with what is wrong with it.
      if (returnsFocus) return;
      keepDraft([session.id, element.id, fieldName], draft, start);
    }
    isOver.current = true;
    const text = isNote ? draft.trimEnd() : draft.replace(/\s+/gu, " ").trim();
    if (isKept && problem === undefined && text !== start) {
      session.perform(
        isNote ? "Write a note" : renameLabel(start, text),
        (editor) => editor.setField(element.id, fieldName, text),
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
      className={classNames("nodrag nopan nowheel", styles.holder, element.type === "place" && styles.atHead)}
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
        aria-invalid={problem !== undefined}
        placeholder={isNote ? "Note" : "Name"}
        rows={isNote ? 4 : 2}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => finish(true, false)}
        onPointerDown={(event) => event.stopPropagation()}
      />
      <NameNotice problem={problem} changedTo={stated === start ? undefined : stated} />
    </div>
  );
}

function fieldSize(element: MapElement): Size {
  const { width, height } = cardSize(element);
  if (element.type !== "place") return { width, height };
  return { width: Math.min(width, PLACE_HEAD.width), height: Math.min(height, PLACE_HEAD.height) };
}

/** What is wrong with what is typed, or what somebody else has made of the name meanwhile. */
function NameNotice({
  problem,
  changedTo,
}: {
  readonly problem: string | undefined;
  readonly changedTo: string | undefined;
}) {
  if (problem === undefined && changedTo === undefined) return null;
  return (
    <p className={styles.changed} role="status">
      {problem ?? `Somebody has changed this to “${changedTo}”. Enter keeps yours, Esc theirs.`}
    </p>
  );
}

/** Tells the others which field this person is in, for as long as it is there. */
function useFieldPresence(id: string, name: string): void {
  const { presence } = useSession();
  useEffect(() => {
    presence.setField({ id, name });
    return () => presence.setField(undefined);
  }, [presence, id, name]);
}

/** Somebody deletes the element while its name is being typed: the text goes to the drafts, where the inspector finds it. */
function useKeptIfDeleted(
  place: DraftPlace,
  draft: string,
  start: string,
  isOver: { readonly current: boolean },
): void {
  const latest = useRef({ place, draft });
  useEffect(() => {
    latest.current = { place, draft };
  });
  useEffect(
    () => () => {
      const { current } = latest;
      if (!isOver.current && current.draft !== start) keepDraft(current.place, current.draft, start);
    },
    [start, isOver],
  );
}

/** Map, element and field. */
type DraftPlace = readonly [string, string, string];

/** Keeps what was typed where the inspector finds it, which comes with the panel and not with the canvas. */
function keepDraft(place: DraftPlace, text: string, startedFrom: string): void {
  void import("../panels/inspector/draftStore.ts").then(({ draftKey, setDraft }) =>
    setDraft(draftKey(...place), { text, startedFrom }),
  );
}

function nameProblem(name: string): string | undefined {
  const most = LIMITS.titleCharacters;
  return name.length > most ? tooLong(name.length, most) : undefined;
}

function renameLabel(before: string, after: string): string {
  if (after === "") return `Take the name off ${before.trim()}`;
  return before.trim() === "" ? `Name ${after}` : `Rename ${before.trim()} to ${after}`;
}

function statedText(element: MapElement): string {
  return element.type === "note" ? (element.text ?? element.name) : element.name;
}
