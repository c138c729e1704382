import { formatPounds } from "../../shared/model/money.ts";
import { wordFor } from "../../shared/model/words.ts";
import { type CellContent, cellContent } from "../../shared/table/cell.ts";
import type { TableRow } from "../../shared/table/TableRow.ts";
import { textOf } from "../panels/inspector/fieldText.ts";
import { monthsInWords } from "../panels/inspector/monthsText.ts";
import { relationTypeWord } from "../panels/inspector/relationWords.ts";
import type { NameBook } from "./NameBook.ts";

/** What stands between several values in one cell; read back, they are several again. */
export const BETWEEN_NAMES = "; ";

/** What a stated empty list is called in a cell. */
export const NONE_STATED = "None";

/** A cell as text, for the screen, the filter and the clipboard. Reading it back gives the same value. Empty where nothing is stated. */
export function cellText(row: TableRow, column: string, names: NameBook): string {
  return contentText(cellContent(row, column), names);
}

/** The same for what has been found in a cell already. */
export function contentText(content: CellContent, names: NameBook): string {
  switch (content.kind) {
    case "none":
      return "";
    case "what":
      return content.type === "fund" ? "Fund" : relationTypeWord(content.type);
    case "end":
      return names.nameOf(content.id);
    case "organisations":
      return content.ids.map((id) => names.nameOf(id)).join(BETWEEN_NAMES);
    case "field":
      return content.value === undefined ? "" : statedText(content, names);
  }
}

function statedText(
  { name, field, value }: Extract<CellContent, { readonly kind: "field" }>,
  names: NameBook,
): string {
  switch (field.type) {
    case "pounds":
      return formatPounds(Number(value));
    case "months":
      return monthsInWords(Number(value));
    case "yes-no":
      return value === true ? "Yes" : "No";
    case "one-of":
      return wordFor(String(value), name);
    case "list-of": {
      const list = value as readonly string[];
      return list.length === 0 ? NONE_STATED : list.map((each) => wordFor(each, name)).join(", ");
    }
    case "id":
      return names.nameOf(String(value));
    case "point":
    case "size":
      return "";
    default:
      return textOf(field, value);
  }
}
