import { useMemo } from "react";
import { useCanvasStore } from "../canvasStore.ts";
import { useDragStore } from "../dragStore.ts";
import type { Ghost } from "../Ghosts.ts";
import { useHoverStore } from "../hoverStore.ts";

/** Of what is selected or moved so much is drawn by itself; the picture shows the rest. */
const MOST_SELECTED = 80;
const MOST_MOVED = 160;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * What is drawn by itself however far away the map is: what is pointed at, focused, highlighted, renamed or moved, the first of what is
 * selected, and the first card of all, by which the keyboard comes in. The same set as long as it holds the same.
 */
export function useNeeded(
  firstId: string | undefined,
  ghosts: ReadonlyMap<string, Ghost>,
): ReadonlySet<string> {
  const hovered = useHoverStore((state) => state.hovered);
  const selection = useCanvasStore((state) => state.selection);
  const highlight = useCanvasStore((state) => state.highlight);
  const focused = useCanvasStore((state) => state.focused);
  const focusNext = useCanvasStore((state) => state.focusNext);
  const editingName = useCanvasStore((state) => state.editingName);
  const moved = useDragStore((state) => state.own?.idSet ?? NOBODY);
  const ghostIds = JSON.stringify([...ghosts.keys()].slice(0, MOST_MOVED));
  return useMemo(
    () =>
      new Set(
        [
          firstId,
          hovered,
          focused,
          focusNext,
          editingName,
          ...selection.slice(0, MOST_SELECTED),
          ...highlight.slice(0, MOST_SELECTED),
          ...[...moved].slice(0, MOST_MOVED),
          ...(JSON.parse(ghostIds) as string[]),
        ].filter((id) => id !== undefined),
      ),
    [firstId, hovered, focused, focusNext, editingName, selection, highlight, moved, ghostIds],
  );
}
