import { type RefObject, useEffect } from "react";
import type { CardNode } from "./CardNodes.ts";
import { focusHasMoved, focusOn, setFocused, useCanvasStore } from "./canvasStore.ts";

/**
 * Keeps track of which card or line has the keyboard's focus, gives it to the one that is to have it next, and makes Tab reach
 * cards that are not drawn because they are out of view.
 */
export function useCanvasFocus(
  container: RefObject<HTMLElement | null>,
  nodes: readonly CardNode[],
  isCulled: boolean,
): void {
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const onFocusIn = ({ target }: FocusEvent) =>
      setFocused(idUnder(target), target instanceof Element && target.matches(":focus-visible"));
    const onFocusOut = () => setFocused(undefined);
    element.addEventListener("focusin", onFocusIn);
    element.addEventListener("focusout", onFocusOut);
    return () => {
      element.removeEventListener("focusin", onFocusIn);
      element.removeEventListener("focusout", onFocusOut);
    };
  }, [container]);

  useFocusNext(container);

  useEffect(() => {
    const element = container.current;
    if (element === null || !isCulled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Tab" || event.defaultPrevented || event.target instanceof HTMLTextAreaElement)
        return;
      const here = nodes.findIndex(({ id }) => id === idUnder(event.target));
      const next = here === -1 ? undefined : nodes[here + (event.shiftKey ? -1 : 1)];
      if (next === undefined) return;
      event.preventDefault();
      focusOn(next.id);
    };
    element.addEventListener("keydown", onKeyDown);
    return () => element.removeEventListener("keydown", onKeyDown);
  }, [container, nodes, isCulled]);
}

const MOST_FRAMES = 60;

function useFocusNext(container: RefObject<HTMLElement | null>): void {
  const focusNext = useCanvasStore((state) => state.focusNext);
  useEffect(() => {
    if (focusNext === undefined) return;
    let frames = 0;
    let handle = 0;
    // A card that comes into view is drawn a frame or two after the view has moved.
    const attempt = () => {
      const target = container.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(focusNext)}"]`);
      const isNameBeingEdited = container.current?.querySelector("textarea") != null;
      frames += 1;
      if (target != null && !isNameBeingEdited) {
        target.focus({ preventScroll: true });
        focusHasMoved();
      } else if (frames > MOST_FRAMES) focusHasMoved();
      else handle = requestAnimationFrame(attempt);
    };
    attempt();
    return () => cancelAnimationFrame(handle);
  }, [container, focusNext]);
}

/** The id of the card or line that an event happened in. */
function idUnder(target: EventTarget | null): string | undefined {
  const holder = target instanceof Element ? target.closest<HTMLElement | SVGElement>("[data-id]") : null;
  return holder?.dataset.id;
}
