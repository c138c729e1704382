import { useMemo } from "react";
import { Outline, type OutlineRow } from "../../shared/outline/Outline.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { setCurrent, setExpanded, setRenaming, useOutlineStore } from "./outlineStore.ts";

/** Maps up to this size open down to who holds what; larger ones at their headings. */
const SMALL_MAP_ELEMENTS = 60;
const LEVELS_OPEN_OF_SMALL_MAP = 3;

/** The outline as it is shown now. */
export interface ShownOutline {
  readonly outline: Outline;
  readonly expanded: ReadonlySet<string>;
  readonly rows: readonly OutlineRow[];
  /** The place of the current row among those shown; the first where the current one has gone. */
  readonly currentIndex: number;
}

export function useOutline(): ShownOutline {
  const { map } = useSnapshot();
  const outline = useMemo(() => new Outline(map), [map]);
  const chosen = useOutlineStore((state) => state.expanded);
  const current = useOutlineStore((state) => state.current);
  const expanded = useMemo(
    () => chosen ?? outline.openable(map.elements.length > SMALL_MAP_ELEMENTS ? 1 : LEVELS_OPEN_OF_SMALL_MAP),
    [chosen, outline, map.elements.length],
  );
  const rows = useMemo(() => outline.rows(expanded), [outline, expanded]);
  const found = rows.findIndex(({ node }) => node.key === current);
  return { outline, expanded, rows, currentIndex: found >= 0 ? found : nearest(rows, current) };
}

/** Opens or closes a branch. */
export function openBranch(shown: ShownOutline, key: string, isOpen: boolean): void {
  const expanded = new Set(shown.expanded);
  if (isOpen) expanded.add(key);
  else expanded.delete(key);
  setExpanded(expanded);
  const { current } = useOutlineStore.getState();
  if (!isOpen && current?.startsWith(`${key}/`) === true) setCurrent(key);
}

/** Goes to where an element is at home, opening what is closed on the way. Says whether there is such a place. */
export function goHome(shown: ShownOutline, id: string, isRenamed = false): boolean {
  const way = shown.outline.wayHome(id);
  const key = way.at(-1);
  if (key === undefined) return false;
  openWay(shown, way.slice(0, -1));
  setCurrent(key);
  if (isRenamed) setRenaming(key);
  return true;
}

/** Opens every branch on a way. */
export function openWay(shown: ShownOutline, keys: readonly string[]): void {
  if (keys.some((key) => !shown.expanded.has(key))) setExpanded(new Set([...shown.expanded, ...keys]));
}

/** The row that stands in for one that has gone: the lowest that is left on the way to it. */
function nearest(rows: readonly OutlineRow[], key: string | undefined): number {
  for (
    let way = key;
    way !== undefined;
    way = way.includes("/") ? way.slice(0, way.lastIndexOf("/")) : undefined
  ) {
    const found = rows.findIndex(({ node }) => node.key === way);
    if (found >= 0) return found;
  }
  return 0;
}
