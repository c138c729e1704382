import { setMinimap, useMinimapStore } from "../view/minimapStore.ts";
import { setSearching, showPanel, type ViewPanel } from "../view/viewStore.ts";
import type { Action } from "./Action.ts";
import { focusActions } from "./focusActions.ts";

/** Commands that find things and choose what is shown. */
export const viewActions: readonly Action[] = [
  {
    id: "find",
    label: "Find on the map",
    group: "Find",
    keywords: "search look for name",
    shortcuts: ["/", "Mod+F"],
    keysWork: "around-canvas",
    writes: false,
    onDrawing: true,
    menus: ["ground"],
    enabled: () => true,
    run: () => setSearching(true),
  },
  ...focusActions,
  panelAction("filter", "Filter the map", "type kind status services findings place value proposed hide"),
  panelAction(
    "marks",
    "Colour or size cards by a field",
    "heat legend value term status findings payment circle",
  ),
  panelAction("views", "Open or save a view", "saved bookmark layers filter"),
  {
    id: "minimap",
    label: "Show or fold the minimap",
    group: "View",
    keywords: "overview",
    labelNow: () => (useMinimapStore.getState().isShown ? "Fold the minimap away" : "Show the minimap"),
    shortcuts: [],
    keysWork: "anywhere",
    writes: false,
    onDrawing: true,
    enabled: () => true,
    run: () => setMinimap(!useMinimapStore.getState().isShown),
  },
];

function panelAction(panel: ViewPanel, label: string, keywords: string): Action {
  return {
    id: `open-${panel}`,
    label,
    group: panel === "filter" ? "Find" : "View",
    keywords,
    shortcuts: [],
    keysWork: "anywhere",
    writes: false,
    onDrawing: true,
    enabled: () => true,
    run: () => showPanel(panel),
  };
}
