import { showMode, useViewMode, type ViewMode } from "../shell/viewMode.ts";
import type { Action } from "./Action.ts";

/** Commands that show the map as a drawing, an outline or tables. */
export const modeActions: readonly Action[] = [
  modeAction("map", "Show as a map", "Alt+1", "canvas drawing picture diagram"),
  modeAction("outline", "Show as an outline", "Alt+2", "tree list text screen reader"),
  modeAction("tables", "Show as tables", "Alt+3", "spreadsheet grid excel register rows columns"),
];

function modeAction(mode: ViewMode, label: string, shortcut: string, keywords: string): Action {
  return {
    id: `show-${mode}`,
    label,
    group: "View",
    keywords,
    shortcuts: [shortcut],
    keysWork: "anywhere",
    writes: false,
    enabled: () => useViewMode.getState().mode !== mode,
    run: () => showMode(mode),
  };
}
