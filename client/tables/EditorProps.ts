import type { Json } from "../../shared/model/field.ts";
import type { CellContent } from "../../shared/table/cell.ts";
import type { TableRow } from "../../shared/table/TableRow.ts";
import type { NameBook } from "./NameBook.ts";

/** Where the current cell goes once an editor has ended. */
export type NextCell = "stay" | "down" | "up" | "right" | "left" | "elsewhere";

/** What every editor of a cell is given. */
export interface EditorProps {
  readonly row: TableRow;
  readonly content: CellContent;
  /** The column's heading. */
  readonly label: string;
  /** What was typed to begin with, in the place of what stood there. */
  readonly startText: string | undefined;
  /** Whether the row has been deleted since the editing began. */
  readonly isGone: boolean;
  readonly names: NameBook;
  /** Writes the value as one step of the history. */
  readonly onSave: (value: Json | undefined) => void;
  /** Ends the editing. */
  readonly onEnd: (next: NextCell) => void;
}
