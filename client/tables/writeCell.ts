import type { Editor } from "../../shared/document/edit.ts";
import type { Json } from "../../shared/model/field.ts";
import { isSameJson } from "../../shared/model/isSameJson.ts";
import { newId } from "../../shared/model/newId.ts";
import type { CellContent } from "../../shared/table/cell.ts";
import type { TableRow } from "../../shared/table/TableRow.ts";

/** Whether a value is what the cell holds already. */
export function isHeld(content: CellContent, value: Json | undefined): boolean {
  const held =
    content.kind === "organisations" ? content.ids : content.kind === "field" ? content.value : undefined;
  if (held === undefined || value === undefined) return held === value;
  return isSameJson(held as Json, value);
}

/** Writes what was read for a cell: a field, or the relations by which organisations stand in it. */
export function writeCell(
  editor: Editor,
  row: Pick<TableRow, "id" | "commissions" | "holds">,
  content: CellContent,
  value: Json | undefined,
): void {
  if (content.kind === "field") editor.setField(row.id, content.name, value);
  if (content.kind !== "organisations") return;
  const wanted = new Set(value as readonly string[]);
  const standing = row[content.relation];
  editor.remove(standing.filter(({ from }) => !wanted.has(from)).map(({ id }) => id));
  for (const from of wanted) {
    if (standing.some((relation) => relation.from === from)) continue;
    editor.addRelation({ id: newId(), type: content.relation, from, to: row.id });
  }
}
