import { create } from "zustand";
import { isFiltering, type MapFilter, NO_FILTER } from "../../shared/view/MapFilter.ts";
import type { ColourField, SizeField } from "../../shared/view/markFields.ts";
import type { Focus } from "../../shared/view/neighbourhood.ts";

/** The panels of the bottom bar. */
export type ViewPanel = "layers" | "filter" | "views" | "marks";

/** How this tab looks at the map. */
export interface ViewState {
  readonly filter: MapFilter;
  readonly focus: Focus | undefined;
  /** What becomes of what filter and focus do not leave. */
  readonly others: "dim" | "hide";
  /** Ids of what is shown all the same, because this person went there or has just added it. */
  readonly revealed: ReadonlySet<string>;
  readonly colourBy: ColourField | undefined;
  readonly sizeBy: SizeField | undefined;
  /** The id of the saved view that was opened last, until something else is chosen. */
  readonly openView: string | undefined;
  readonly isSearching: boolean;
  /** Ids of what the search has found; undefined while there is nothing to look for. */
  readonly found: ReadonlySet<string> | undefined;
  readonly panel: ViewPanel | undefined;
}

const NOBODY: ReadonlySet<string> = new Set();

const INITIAL: ViewState = {
  filter: NO_FILTER,
  focus: undefined,
  others: "dim",
  revealed: NOBODY,
  colourBy: undefined,
  sizeBy: undefined,
  openView: undefined,
  isSearching: false,
  found: undefined,
  panel: undefined,
};

/** What is local to this tab about finding: filter, focus, marks, search. */
export const useViewStore = create<ViewState>()(() => INITIAL);

const { getState, setState } = useViewStore;

/** Whether filter or focus leave something out. */
export function isNarrowed({ filter, focus }: Pick<ViewState, "filter" | "focus"> = getState()): boolean {
  return focus !== undefined || isFiltering(filter);
}

/** Changes what is shown. What was revealed in spite of the filter before is not revealed any more. */
export function look(change: Partial<Pick<ViewState, "filter" | "focus" | "others">>): void {
  setState({ ...change, revealed: NOBODY, openView: undefined });
}

/** Shows only what is within some steps of some cards, and hides the others unless something else was chosen for them. */
export function focusMap(focus: Focus): void {
  look({ focus, ...(!isNarrowed() && { others: "hide" as const }) });
}

/** Shows everything again, layers aside. */
export function clearNarrowing(): void {
  look({ filter: NO_FILTER, focus: undefined, others: INITIAL.others });
}

/** Chooses what cards are coloured and sized by. */
export function markBy(change: Partial<Pick<ViewState, "colourBy" | "sizeBy">>): void {
  setState({ ...change, openView: undefined });
}

/** Shows elements and relations although filter or focus leave them out. */
export function revealInView(ids: Iterable<string>): void {
  setState({ revealed: new Set([...getState().revealed, ...ids]) });
}

/** Opens the search, or closes it. */
export function setSearching(isSearching: boolean): void {
  setState({ isSearching, ...(!isSearching && { found: undefined }) });
}

/** Says what the search has found. */
export function setFound(found: ReadonlySet<string> | undefined): void {
  setState({ found });
}

/** Opens one of the panels of the bottom bar; undefined closes it. */
export function showPanel(panel: ViewPanel | undefined): void {
  setState({ panel });
}

/** Back to the start, for another map in the same tab. */
export function resetView(): void {
  setState(INITIAL);
}
