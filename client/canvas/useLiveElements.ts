import { useMemo } from "react";
import type { MapElement } from "../../shared/model/element.ts";
import { useGlideStore } from "../tidy/glideStore.ts";
import { type OwnDrag, useDragStore } from "./dragStore.ts";
import type { Ghost } from "./Ghosts.ts";
import { LiveElements, type Offset } from "./LiveElements.ts";

/** Elements as they stand on the screen now: moved by this person's drag and by those of others, or on their way to a new place. */
export function useLiveElements(
  elements: readonly MapElement[],
  ghosts: ReadonlyMap<string, Ghost>,
): readonly MapElement[] {
  const own = useDragStore((state) => state.own);
  const gliding = useGlideStore((state) => state.offsets);
  const live = useMemo(() => new LiveElements(), []);
  return live.update(
    elements,
    useMemo(() => offsetsOf(elements, own, ghosts, gliding), [elements, own, ghosts, gliding]),
  );
}

function offsetsOf(
  elements: readonly MapElement[],
  own: OwnDrag | undefined,
  ghosts: ReadonlyMap<string, Ghost>,
  gliding: ReadonlyMap<string, Offset>,
): ReadonlyMap<string, Offset> {
  if (own === undefined && gliding.size === 0) return ghosts;
  const offsets = new Map<string, Offset>([...gliding, ...ghosts]);
  if (own === undefined) return offsets;
  for (const { id, position } of elements) {
    if (!own.idSet.has(id)) continue;
    const { x, y } = own.from.get(id) ?? position;
    offsets.set(id, { dx: own.dx + x - position.x, dy: own.dy + y - position.y });
  }
  return offsets;
}
