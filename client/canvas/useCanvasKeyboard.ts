import { type RefObject, useEffect } from "react";
import { type Action, runAction } from "../actions/Action.ts";
import { actions } from "../actions/actions.ts";
import { addFromPalette } from "../actions/addElement.ts";
import { isArrowKey, Nudge } from "../actions/Nudge.ts";
import { matchesShortcut } from "../actions/shortcut.ts";
import { toggleSelection } from "../actions/toggleSelection.ts";
import { itemForKey, paletteItem } from "../palette/paletteItems.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { setPlacing, useCanvasStore } from "./canvasStore.ts";

const PAN_STEP_PX = 60;

/**
 * The one place where keys become commands. Keys in a text field, a dialog or a menu are theirs; keys without a modifier
 * work only with the focus on the canvas or nowhere.
 */
export function useCanvasKeyboard(container: RefObject<HTMLElement | null>): void {
  const session = useSession();
  useEffect(() => {
    const nudge = new Nudge(session);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || ownsItsKeys(event)) return;
      const onCanvas = isOnCanvas(event.target, container.current);
      const isHandled =
        (onCanvas && (handleArrow(event, nudge) || placeInTheMiddle(event, session))) ||
        stopPlacing(event) ||
        handleActions(event, session, nudge, onCanvas) ||
        (onCanvas && (selectFocused(event, session) || armPaletteItem(event, session)));
      if (isHandled) event.preventDefault();
    };
    const onKeyUp = (event: KeyboardEvent) => nudge.release(event.key);
    const onBlur = () => nudge.finish();
    window.addEventListener("keydown", onKeyDown);
    window.addEventListener("keyup", onKeyUp);
    window.addEventListener("blur", onBlur);
    return () => {
      nudge.finish();
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("keyup", onKeyUp);
      window.removeEventListener("blur", onBlur);
    };
  }, [session, container]);
}

function handleArrow(event: KeyboardEvent, nudge: Nudge): boolean {
  if (!isArrowKey(event.key) || hasModifier(event)) return false;
  if (nudge.press(event.key, event.shiftKey)) return true;
  const { viewport } = useCanvasStore.getState();
  const along = event.key === "ArrowLeft" || event.key === "ArrowUp" ? -PAN_STEP_PX : PAN_STEP_PX;
  const isSideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
  viewport?.panBy(isSideways ? along : 0, isSideways ? 0 : along);
  return true;
}

function placeInTheMiddle(event: KeyboardEvent, session: MapSession): boolean {
  const { placing } = useCanvasStore.getState();
  const item = event.key === "Enter" && placing !== undefined ? paletteItem(placing) : undefined;
  if (item === undefined) return false;
  setPlacing(undefined);
  addFromPalette(session, item);
  return true;
}

function stopPlacing(event: KeyboardEvent): boolean {
  if (event.key !== "Escape" || useCanvasStore.getState().placing === undefined) return false;
  setPlacing(undefined);
  return true;
}

/** Enter does what Space does where there is nothing to rename: on a connection, and for viewers. */
function selectFocused(event: KeyboardEvent, session: MapSession): boolean {
  return event.key === "Enter" && !hasModifier(event) && runAction(toggleSelection, session);
}

function handleActions(event: KeyboardEvent, session: MapSession, nudge: Nudge, onCanvas: boolean): boolean {
  if (event.key === "Escape" && onCanvas && nudge.cancel()) return true;
  const action = actions.find((candidate) => answersTo(candidate, event, onCanvas));
  return action !== undefined && runAction(action, session);
}

function answersTo(action: Action, event: KeyboardEvent, onCanvas: boolean): boolean {
  if (action.keysWork === "on-canvas" && !onCanvas) return false;
  return action.shortcuts.some((shortcut) => matchesShortcut(shortcut, event));
}

function armPaletteItem(event: KeyboardEvent, session: MapSession): boolean {
  if (!session.canEdit || hasModifier(event) || event.shiftKey) return false;
  const item = itemForKey(event.key, session.snapshots.get().map.regime);
  if (item === undefined) return false;
  if ("relation" in item.makes) addFromPalette(session, item);
  else setPlacing(item.id);
  return true;
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

/** Whether an event happened where keys are somebody else's: in a field, a dialog, a menu or a list; tabs use no function keys. */
function ownsItsKeys({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (/^F\d+$/.test(key) && target.closest("[role=tablist]") !== null) return false;
  return (
    target.closest(
      "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=tablist]",
    ) !== null
  );
}

function isOnCanvas(target: EventTarget | null, container: HTMLElement | null): boolean {
  if (!(target instanceof Element)) return true;
  // The page, or the region that the canvas fills.
  if (container !== null && target.contains(container)) return true;
  return container?.contains(target) === true && target.closest("button, a") === null;
}
