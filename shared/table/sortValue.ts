import { cellContent } from "./cell.ts";
import type { TableRow } from "./TableRow.ts";
import { derivedPounds } from "./totals.ts";

/**
 * What a row is sorted by under a column: figures by their size (also those that follow from others), dates by the day, all else
 * by its text. Undefined where nothing is stated: such rows come last either way.
 */
export function sortValue(
  row: TableRow,
  column: string,
  textOf: (row: TableRow, column: string) => string,
): number | string | undefined {
  const cell = cellContent(row, column);
  if (cell.kind === "field" && cell.value === undefined) return derivedPounds(row, column);
  if (cell.kind === "field" && (typeof cell.value === "number" || cell.field.type === "date"))
    return cell.value as number | string;
  const text = textOf(row, column).toLocaleLowerCase("en-GB");
  return text === "" ? undefined : text;
}

const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

/** Compares two values of {@link sortValue} that are there, the smaller first. */
export function compareSortValues(one: unknown, other: unknown): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return collator.compare(String(one), String(other));
}
