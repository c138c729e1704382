import type { Snapshot } from "../../shared/document/snapshot.ts";
import { LAYERS } from "../../shared/view/layers.ts";
import { NO_FILTER } from "../../shared/view/MapFilter.ts";
import type { NamedView, SavedView } from "../../shared/view/SavedView.ts";
import { setHiddenLayers, useCanvasStore } from "../canvas/canvasStore.ts";
import { showToast } from "../ui/toasts.ts";
import { useRegionStore } from "./regionStore.ts";
import { useViewStore } from "./viewStore.ts";

/** How the map is looked at now, under a name. */
export function viewNow(name: string): SavedView {
  const { filter, focus, others, colourBy, sizeBy } = useViewStore.getState();
  const { layers } = useCanvasStore.getState();
  const hiddenLayers = LAYERS.filter((layer) => !layers[layer]);
  const region = useRegionStore.getState().control?.current();
  return {
    name,
    ...(Object.keys(filter).length > 0 && { filter }),
    ...(focus !== undefined && { focus }),
    ...(others === "hide" && { others }),
    ...(hiddenLayers.length > 0 && { hiddenLayers }),
    ...(colourBy !== undefined && { colourBy }),
    ...(sizeBy !== undefined && { sizeBy }),
    ...(region !== undefined && { region }),
  };
}

/** Looks at the map in a saved way, in this tab only. Says so where what the view is about is not on the map any more. */
export function openView({ id, view }: NamedView, { elementById }: Snapshot): void {
  const {
    name,
    filter = NO_FILTER,
    focus,
    others = "dim",
    hiddenLayers = [],
    colourBy,
    sizeBy,
    region,
  } = view;
  const ids = focus?.ids.filter((each) => elementById.has(each)) ?? [];
  const places = filter.places?.filter((each) => elementById.has(each));
  const isFocusGone = focus !== undefined && ids.length === 0;
  useViewStore.setState({
    filter: withPlaces(filter, places),
    focus: focus === undefined || isFocusGone ? undefined : { ...focus, ids },
    others,
    revealed: new Set(),
    colourBy,
    sizeBy,
    openView: id,
    panel: undefined,
  });
  setHiddenLayers(hiddenLayers);
  const { control } = useRegionStore.getState();
  if (region !== undefined) control?.show(region);
  else useCanvasStore.getState().viewport?.fit();
  const isLess = ids.length < (focus?.ids.length ?? 0) || places?.length !== filter.places?.length;
  if (isFocusGone)
    showToast(`The view “${name}” is about cards that are no longer on the map. It is shown without them.`);
  else if (isLess) showToast(`Some of what the view “${name}” is about is no longer on the map.`);
}

function withPlaces(filter: NonNullable<SavedView["filter"]>, places: readonly string[] | undefined) {
  const { places: _, ...others } = filter;
  return places === undefined || places.length === 0 ? others : { ...others, places };
}
