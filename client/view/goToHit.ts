import type { SearchEntry } from "../../shared/view/search/SearchEntry.ts";
import { focusOn, reveal } from "../canvas/canvasStore.ts";
import { followSelection, showFinding } from "../panels/panelStore.ts";
import { setSearching } from "./viewStore.ts";

const FINDING = "finding ";

/** Ends the search and goes to what was found: it is selected, brought into view and focused; a finding is also opened in its list. */
export function goToHit({ ids, key, group }: SearchEntry): void {
  setSearching(false);
  reveal(ids);
  if (group === "findings") showFinding(key.slice(FINDING.length));
  else {
    const [first] = ids;
    followSelection();
    if (first !== undefined) focusOn(first);
  }
}
