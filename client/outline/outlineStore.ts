import { create } from "zustand";

interface OutlineState {
  /** The keys of the open branches; undefined until somebody opens or closes one. */
  readonly expanded: ReadonlySet<string> | undefined;
  /** The key of the current row. */
  readonly current: string | undefined;
  /** The key of the row whose name is being edited. */
  readonly renaming: string | undefined;
  /** The key of the row whose menu is open. */
  readonly menu: string | undefined;
}

/** What is local to this tab about the outline; it stays while the map is shown in another way. */
export const useOutlineStore = create<OutlineState>()(() => ({
  expanded: undefined,
  current: undefined,
  renaming: undefined,
  menu: undefined,
}));

const { setState } = useOutlineStore;

/** Says which branches are open. */
export function setExpanded(expanded: ReadonlySet<string>): void {
  setState({ expanded });
}

/** Makes a row the current one. */
export function setCurrent(current: string | undefined): void {
  setState({ current });
}

/** Starts editing the name in a row; undefined ends it. */
export function setRenaming(renaming: string | undefined): void {
  setState({ renaming });
}

/** Opens the menu of a row; undefined closes it. */
export function setMenu(menu: string | undefined): void {
  setState({ menu });
}
