import { followSelection } from "../panels/panelStore.ts";
import { select, toggleSelected, useCanvasStore } from "./canvasStore.ts";

/** Selects a card or line that somebody has chosen, alone or beside what is selected; what is selected alone is shown in the inspector. */
export function chooseOnMap(id: string, isBesideOthers: boolean): void {
  if (isBesideOthers) toggleSelected(id);
  else select([id]);
  if (useCanvasStore.getState().selection.length === 1) followSelection();
}
