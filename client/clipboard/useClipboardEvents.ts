import { useReactFlow } from "@xyflow/react";
import { type RefObject, useLayoutEffect } from "react";
import type { Point } from "../../shared/model/field.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { showToast } from "../ui/toasts.ts";
import { fillClipboard } from "./copyByCommand.ts";
import { afterCopying, copySelection } from "./copySelection.ts";
import { paste } from "./paste.ts";
import { takeFile } from "./takeFile.ts";

/** Copies, cuts and pastes cards when the browser says so while the focus is on the canvas or nowhere, and no text is selected. */
export function useClipboardEvents(container: RefObject<HTMLElement | null>): void {
  const session = useSession();
  const { screenToFlowPosition } = useReactFlow();
  useLayoutEffect(() => {
    const pointer = new PointerOver(container.current);
    const near = (): Point | undefined =>
      pointer.at === undefined ? undefined : screenToFlowPosition(pointer.at, { snapToGrid: false });
    const onCopy = (event: ClipboardEvent) => {
      const isCut = event.type === "cut";
      if (event.clipboardData === null || !isForCanvas(event, container.current) || isTextSelected()) return;
      if (isCut && !session.canEdit) return;
      const carriers = copySelection(session);
      if (carriers === undefined) return;
      fillClipboard(event.clipboardData, carriers);
      event.preventDefault();
      afterCopying(session, isCut);
    };
    const onPaste = (event: ClipboardEvent) => {
      const { clipboardData } = event;
      if (clipboardData === null || !isForCanvas(event, container.current)) return;
      event.preventDefault();
      if (!session.canEdit) {
        showToast("You can look at this map but not change it: nothing was pasted.");
        return;
      }
      const [file] = clipboardData.files;
      const hasText = clipboardData.types.includes("text/plain") || clipboardData.types.includes("text/html");
      if (file !== undefined && !hasText) void takeFile(session, file, near());
      // What a clipboard holds can only be read while the event lasts: nothing before that waits.
      else void paste(session, (type) => clipboardData.getData(type), near());
    };
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    document.addEventListener("paste", onPaste);
    return () => {
      pointer.stop();
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCopy);
      document.removeEventListener("paste", onPaste);
    };
  }, [session, container, screenToFlowPosition]);
}

/** Where the pointer is on the screen while it is over the drawing itself. */
class PointerOver {
  at: Point | undefined;
  readonly #element: HTMLElement | null;
  readonly #move = ({ clientX, clientY, pointerType }: PointerEvent) => {
    this.at = pointerType === "touch" ? undefined : { x: clientX, y: clientY };
  };
  readonly #leave = () => {
    this.at = undefined;
  };

  constructor(element: HTMLElement | null) {
    this.#element = element;
    element?.addEventListener("pointermove", this.#move, { passive: true });
    element?.addEventListener("pointerleave", this.#leave);
  }

  stop(): void {
    this.#element?.removeEventListener("pointermove", this.#move);
    this.#element?.removeEventListener("pointerleave", this.#leave);
  }
}

const ELSEWHERE =
  "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** What counts is the focus: without a selection the browser sends these events to wherever a selection was last. */
function isForCanvas({ defaultPrevented }: ClipboardEvent, canvas: HTMLElement | null): boolean {
  // Below an open dialog everything is out of reach, though the focus may be nowhere.
  if (defaultPrevented || canvas === null || canvas.closest("[inert], [aria-hidden=true]") !== null)
    return false;
  const { activeElement } = document;
  if (activeElement === null) return true;
  return (
    activeElement.closest(ELSEWHERE) === null &&
    (activeElement.contains(canvas) || canvas.contains(activeElement))
  );
}

function isTextSelected(): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString().trim() !== "";
}
