import { ELEMENT_TYPES, type ElementType } from "../../shared/model/element.ts";
import type { Json } from "../../shared/model/field.ts";
import { newId } from "../../shared/model/newId.ts";
import { isAllowed, type Relation, type RelationType } from "../../shared/model/relation.ts";
import { cellContent } from "../../shared/table/cell.ts";
import type { TableRow } from "../../shared/table/TableRow.ts";
import { type TableId, tableKind } from "../../shared/table/tables.ts";
import { relationTypeWord } from "../panels/inspector/relationWords.ts";
import { contentText } from "./cellText.ts";
import type { NameBook } from "./NameBook.ts";
import { blankElement, newElementType } from "./newRecords.ts";
import type { PasteProblem, PlannedChange } from "./planPaste.ts";
import { readCell } from "./readCell.ts";
import type { TableModel } from "./useTableModel.ts";

/** A row that is to be added: its record with nothing but what it must have, and what is written into it then. */
export interface NewRow {
  readonly row: TableRow;
  readonly changes: readonly PlannedChange[];
}

type Made = { row: NewRow; problems: readonly PasteProblem[] } | { problems: readonly PasteProblem[] };
type Texts = Readonly<Record<string, string>>;

/** Makes a new row out of what was pasted below the last one, by the column it stood under. */
export function newRowFrom(model: Pick<TableModel, "id" | "columns" | "names">, texts: Texts): Made {
  const record = recordFrom(model.id, texts, model.names);
  if ("problem" in record) {
    const text = model.columns
      .map(({ id }) => texts[id] ?? "")
      .join("\t")
      .trim();
    return { problems: [{ where: "A new row", text, problem: record.problem }] };
  }
  const row: TableRow = { id: record.id, record, commissions: [], holds: [] };
  const changes: PlannedChange[] = [];
  const problems: PasteProblem[] = [];
  for (const { id: column, label } of model.columns) {
    const text = texts[column];
    const content = cellContent(row, column);
    if (text === undefined || content.kind === "end" || content.kind === "what") continue;
    const reading = readCell(content, text, model.names);
    if (reading.ok) changes.push({ row, content, value: reading.value });
    else {
      const keepIn =
        content.kind === "field"
          ? { id: row.id, field: content.name, stored: contentText(content, model.names) }
          : undefined;
      problems.push({ where: `A new row, ${label}`, text, problem: reading.problem, keepIn });
    }
  }
  return { row: { row, changes }, problems };
}

function recordFrom(
  table: TableId,
  texts: Texts,
  names: NameBook,
): TableRow["record"] | { readonly problem: string } {
  const { relations } = tableKind(table);
  const elementType = newElementType(table);
  const isElement = elementType !== undefined && (relations.length === 0 || isFund(texts));
  if (isElement) return blankElement(elementType, { x: 0, y: 0 });
  const type = relations.length === 1 ? relations[0] : typeCalled(texts.what ?? "", relations);
  if (type === undefined)
    return {
      problem: `Say under “What it is” which of these it is: ${relations.map(relationTypeWord).join(", ")}.`,
    };
  return relationBetween(type, texts.from ?? "", texts.to ?? "", names);
}

function isFund({ what = "", from = "", to = "" }: Texts): boolean {
  return what.trim().toLowerCase() === "fund" || (from.trim() === "" && to.trim() === "");
}

function typeCalled(text: string, types: readonly RelationType[]): RelationType | undefined {
  const wanted = text.trim().toLowerCase();
  return types.find((type) => type === wanted || relationTypeWord(type).toLowerCase() === wanted);
}

function relationBetween(
  type: RelationType,
  from: string,
  to: string,
  names: NameBook,
): Relation | { readonly problem: string } {
  for (const fromType of ELEMENT_TYPES) {
    for (const toType of ELEMENT_TYPES) {
      if (!isAllowed(type, fromType, toType)) continue;
      const [start, end] = [names.find(fromType, from), names.find(toType, to)];
      if (start.found === "one" && end.found === "one")
        return { id: newId(), type, from: start.id, to: end.id };
    }
  }
  return {
    problem: `${whichIsMissing(from, to, names)} ${relationTypeWord(type)} needs two ends that are on the map.`,
  };
}

function whichIsMissing(from: string, to: string, names: NameBook): string {
  const isThere = (name: string) =>
    ELEMENT_TYPES.some((type: ElementType) => names.find(type, name).found !== "none");
  const missing = [from, to].filter((name) => !isThere(name)).map((name) => `“${name.trim() || "nothing"}”`);
  return missing.length === 0
    ? "These two cannot be joined so."
    : `Not on the map: ${missing.join(" and ")}.`;
}

/** The fields of a new record with what was read for them, for what can be said when it is made. */
export function withChanges(
  record: TableRow["record"],
  changes: readonly PlannedChange[],
): TableRow["record"] {
  const fields = changes.flatMap(({ content, value }): [string, Json][] =>
    content.kind === "field" && value !== undefined ? [[content.name, value]] : [],
  );
  return { ...record, ...Object.fromEntries(fields) } as TableRow["record"];
}
