import { useEffect, useRef } from "react";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { TABLES, type TableId, tableKind } from "../../shared/table/tables.ts";
import { editName, useCanvasStore } from "../canvas/canvasStore.ts";
import { useSelectAfterPause } from "../outline/useSelectAfterPause.ts";
import { useSession } from "../sync/sessionContext.tsx";
import type { GridShape } from "./GridShape.ts";
import { beginEditing, goToCell, showTable, useTableStore } from "./tableStore.ts";

/**
 * What is selected on the map is the current row, in whichever table it stands, and the current rows are what is selected on the
 * map: the panel beside the table follows.
 */
export function useCurrentRowOnMap(shape: GridShape): void {
  const { snapshots } = useSession();
  const { id, look } = shape.model;
  const newest = useRef(shape);
  newest.current = shape;
  useEffect(() => {
    const follow = (selection: readonly string[]) =>
      goToSelected(newest.current, selection, snapshots.get().map);
    return useCanvasStore.subscribe((now, before) => {
      if (now.selection !== before.selection) follow(now.selection);
      // A name that the map would ask for is asked for in its row.
      if (now.editingName !== undefined) nameInRow(now.editingName, snapshots.get().map);
    });
  }, [snapshots]);

  const { active, anchor } = look;
  const selectAfterPause = useSelectAfterPause();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another current row selects something else.
  useEffect(() => {
    if (active === undefined) return;
    const { top, bottom } = shape.selection();
    if (!shape.isData(top)) return;
    selectAfterPause(shape.model.rows.slice(top, bottom + 1).map((row) => row.id));
  }, [id, active, anchor]);
}

/** Begins at what is selected on the map, if it stands in a table. */
export function beginAtSelected(map: SystemMap): void {
  const [first] = useCanvasStore.getState().selection;
  const { table, looks } = useTableStore.getState();
  const wanted = first === undefined || looks[table].active?.row === first ? undefined : tableOf(first, map);
  if (first === undefined || wanted === undefined) return;
  goToCell(wanted, { row: first, column: looks[wanted].active?.column ?? tableStartColumn(wanted) });
  showTable(wanted);
}

function goToSelected(shape: GridShape, selection: readonly string[], map: SystemMap): void {
  const [first] = selection;
  if (first === undefined || useTableStore.getState().edited !== undefined) return;
  const { top, bottom } = shape.selection();
  const isCurrent =
    shape.isData(top) && shape.model.rows.slice(top, bottom + 1).some((row) => row.id === first);
  if (isCurrent && shape.model.look.active !== undefined) return;
  const table = shape.model.rowById.has(first) ? shape.model.id : tableOf(first, map);
  if (table === undefined) return;
  const { active } = useTableStore.getState().looks[table];
  goToCell(table, { row: first, column: active?.column ?? tableStartColumn(table) });
  showTable(table);
}

function nameInRow(id: string, map: SystemMap): void {
  editName(undefined);
  const table = tableOf(id, map);
  if (table === undefined || tableStartColumn(table) !== "name") return;
  const cell = { row: id, column: "name" };
  goToCell(table, cell);
  showTable(table);
  beginEditing(table, cell);
}

/** The first table that a record stands in. */
function tableOf(id: string, map: SystemMap): TableId | undefined {
  const type =
    map.elements.find((each) => each.id === id)?.type ?? map.relations.find((each) => each.id === id)?.type;
  if (type === undefined) return undefined;
  return TABLES.find((table) => {
    const kind: { elements: readonly string[]; relations: readonly string[] } = tableKind(table);
    return kind.elements.includes(type) || kind.relations.includes(type);
  });
}

function tableStartColumn(table: TableId): string {
  return tableKind(table).relations.length > 0 && table !== "money"
    ? "from"
    : table === "money"
      ? "what"
      : "name";
}
