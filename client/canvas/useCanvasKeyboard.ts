import { useLayoutEffect } from "react";
import { type Action, runAction } from "../actions/Action.ts";
import { actions } from "../actions/actions.ts";
import { addFromPalette } from "../actions/addElement.ts";
import { directionOf } from "../actions/goTo.ts";
import { isArrowKey, Nudge } from "../actions/Nudge.ts";
import { matchesShortcut } from "../actions/shortcut.ts";
import { toggleSelection } from "../actions/toggleSelection.ts";
import { itemForKey, paletteItem } from "../palette/paletteItems.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { setPlacing, useCanvasStore } from "./canvasStore.ts";
import { connectableWith, pickFocused } from "./connectTargets.ts";
import { focusStops, focusTowards } from "./focusStops.ts";
import { stopPicking, usePickStore } from "./pickStore.ts";

const PAN_STEP_PX = 60;

/**
 * The one place where keys become commands. Keys in a text field, a dialog or a menu are theirs; keys without a modifier
 * work only with the focus on the canvas, on what belongs to it or nowhere (WCAG 2.1.4).
 */
export function useCanvasKeyboard(): void {
  const session = useSession();
  useLayoutEffect(() => {
    const nudge = new Nudge(session);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || ownsItsKeys(event)) return;
      const onCanvas = isOnCanvas(event.target);
      const isHandled =
        (onCanvas && (pickOnMap(event, session) || handleArrow(event, nudge))) ||
        (onCanvas && placeInTheMiddle(event, session)) ||
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
  }, [session]);
}

/** While the other end of a connection is picked on the map: arrows go to the cards that it can end at, Enter takes one. */
function pickOnMap(event: KeyboardEvent, session: MapSession): boolean {
  const { from } = usePickStore.getState();
  if (from === undefined || hasModifier(event)) return false;
  if (event.key === "Escape") return stopPicking();
  if (event.key === "Enter" || event.key === " ") return pickFocused();
  const direction = directionOf(event.key);
  const { elementById, map } = session.snapshots.get();
  const start = elementById.get(from);
  if (direction === undefined || start === undefined) return false;
  const targets = connectableWith(start, map.elements, map.relations);
  focusTowards(
    session,
    direction,
    focusStops(session).filter(({ id }) => targets.has(id)),
  );
  return true;
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
  for (const action of actions) {
    const shortcut = works(action, event.target, onCanvas) ? shortcutPressed(action, event) : undefined;
    if (shortcut !== undefined) return runAction(action, session, shortcut);
  }
  return false;
}

function works({ keysWork }: Action, target: EventTarget | null, onCanvas: boolean): boolean {
  switch (keysWork) {
    case "on-canvas":
      return onCanvas;
    case "around-canvas":
      return onCanvas || isAroundCanvas(target);
    case "anywhere":
      return true;
    case "by-browser":
      return false;
  }
}

function shortcutPressed(action: Action, event: KeyboardEvent): string | undefined {
  return action.shortcuts.find((shortcut) => matchesShortcut(shortcut, event));
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

/** Where keys are somebody else's: where text is typed or chosen from a list, in a dialog, in a menu. */
const OWN_KEYS =
  "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

function ownsItsKeys({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(OWN_KEYS) !== null;
}

/** Whether the focus is on the drawing, on the region or page that holds it, or nowhere. Where the map is shown as a table or an outline, it is not. */
function isOnCanvas(target: EventTarget | null): boolean {
  const canvas = document.querySelector(".react-flow");
  if (canvas === null || canvas.closest("[inert]") !== null) return false;
  if (!(target instanceof Element)) return true;
  if (target.contains(canvas)) return true;
  return canvas.contains(target) && target.closest("button, a") === null;
}

/** Whether the focus is at the edges of the drawn map: on its bar, its legends or the minimap. */
function isAroundCanvas(target: EventTarget | null): boolean {
  const edge = target instanceof Element ? target.closest("[data-around-canvas]") : null;
  return edge !== null && edge.closest("[inert]") === null;
}
