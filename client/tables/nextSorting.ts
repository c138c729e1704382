import type { TableLook } from "./tableStore.ts";

/**
 * The sorting after a press on a heading: ascending, then descending, then not by this column any more. `isAlso` keeps what the
 * table is sorted by already and adds this after it.
 */
export function nextSorting(
  sorting: TableLook["sorting"],
  column: string,
  isAlso: boolean,
): TableLook["sorting"] {
  const before = sorting.find(({ id }) => id === column);
  const next =
    before === undefined ? [{ id: column, desc: false }] : before.desc ? [] : [{ id: column, desc: true }];
  if (!isAlso) return next;
  const place = sorting.findIndex(({ id }) => id === column);
  if (place < 0) return [...sorting, ...next];
  return [...sorting.slice(0, place), ...next, ...sorting.slice(place + 1)];
}
