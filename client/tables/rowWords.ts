import { elementTypeWord, fieldWord } from "../../shared/model/words.ts";
import type { CellContent } from "../../shared/table/cell.ts";
import { isRelation, type TableRow } from "../../shared/table/TableRow.ts";
import { sentenceVerb } from "../actions/connectionChoices.ts";
import type { NameBook } from "./NameBook.ts";

/** What a row is called in a sentence: a name, or "Fenland ICB pays City Hospital". */
export function rowName({ record }: Pick<TableRow, "record">, names: NameBook): string {
  if (isRelation(record))
    return `${names.nameOf(record.from)} ${sentenceVerb(record.type)} ${names.nameOf(record.to)}`;
  return names.nameOf(record.id);
}

/** What the history calls a change of one cell. */
export function changeLabel(row: Pick<TableRow, "record">, content: CellContent, names: NameBook): string {
  const name = rowName(row, names);
  if (content.kind === "organisations")
    return content.relation === "holds" ? `Change who holds ${name}` : `Change who buys ${name}`;
  if (content.kind !== "field") return `Change ${name}`;
  if (content.name === "name" && !isRelation(row.record))
    return row.record.name.trim() === ""
      ? `Name ${elementTypeWord(row.record.type).toLowerCase()}`
      : `Rename ${name}`;
  const word = fieldWord(content.name);
  const isAcronym = word.charAt(1) === word.charAt(1).toUpperCase() && /[A-Z]/.test(word.charAt(1));
  return `Change ${isAcronym ? word : word.charAt(0).toLowerCase() + word.slice(1)} of ${name}`;
}
