import { useMemo } from "react";
import type { MapElement } from "../../shared/model/element.ts";
import { type OwnDrag, useDragStore } from "./dragStore.ts";
import type { Ghost } from "./Ghosts.ts";
import { LiveElements, type Offset } from "./LiveElements.ts";

/** Elements as they stand on the screen now: moved by this person's drag and by those of others. */
export function useLiveElements(
  elements: readonly MapElement[],
  ghosts: ReadonlyMap<string, Ghost>,
): readonly MapElement[] {
  const own = useDragStore((state) => state.own);
  const live = useMemo(() => new LiveElements(), []);
  return live.update(
    elements,
    useMemo(() => offsetsOf(own, ghosts), [own, ghosts]),
  );
}

function offsetsOf(
  own: OwnDrag | undefined,
  ghosts: ReadonlyMap<string, Ghost>,
): ReadonlyMap<string, Offset> {
  if (own === undefined) return ghosts;
  const offsets = new Map<string, Offset>(ghosts);
  for (const id of own.ids) offsets.set(id, own);
  return offsets;
}
