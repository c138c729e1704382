import { type RefObject, useEffect } from "react";
import { cardSize } from "../../shared/drawing/cardSize.ts";
import { boundsOf, viewportShowing } from "../canvas/viewportFor.ts";
import { useSession } from "../sync/sessionContext.tsx";
import { NARROW_WINDOW } from "../ui/narrowWindow.ts";
import { suggestMinimap } from "./minimapStore.ts";

/** A map that can be read whole at this zoom needs no map of itself. */
const READABLE_ZOOM = 0.4;

/** Shows the minimap where the map, as it is when it is opened, cannot be read whole in this window. */
export function useSuggestedMinimap(room: RefObject<HTMLElement | null>): void {
  const { snapshots } = useSession();
  useEffect(() => {
    const { clientWidth = 0, clientHeight = 0 } = room.current ?? {};
    const { elements } = snapshots.get().map;
    const bounds = boundsOf(elements.map((element) => ({ ...element.position, ...cardSize(element) })));
    if (bounds === undefined || clientWidth === 0) return;
    const inner = { x: 0, y: 0, width: clientWidth, height: clientHeight };
    const isTooLarge = viewportShowing(bounds, inner, 1).zoom < READABLE_ZOOM;
    suggestMinimap(isTooLarge && !matchMedia(NARROW_WINDOW).matches);
  }, [room, snapshots]);
}
