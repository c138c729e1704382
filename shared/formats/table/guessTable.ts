import { COLUMNS, type Column, NEEDED, TABLE_KINDS, type TableKind } from "./columns.ts";
import { NO_UNITS, plainHeading, unitsIn } from "./heading.ts";
import { readCell } from "./readCell.ts";
import type { Grid } from "./readGrid.ts";

/** What a table is taken for: all of it can be changed by who pasted it. */
export interface TableGuess {
  readonly kind: TableKind;
  /** The row that holds the headings; what stands above it is left out. Undefined where there is none. */
  readonly headingRow: number | undefined;
  /** For each column of the grid the key of what it holds; undefined: it is left out. */
  readonly columns: readonly (string | undefined)[];
}

const ROWS_WITH_HEADINGS = 6;
const ROWS_LOOKED_AT = 50;
const MOST_ALIKE = 0.6;

/** What a grid most likely is a table of, and what its columns hold. */
export function guessTable({ rows }: Grid): TableGuess {
  const headed = rows
    .slice(0, ROWS_WITH_HEADINGS)
    .flatMap((row, headingRow) =>
      TABLE_KINDS.map((kind) => ({ kind, headingRow, columns: columnsByHeading(kind, row) })),
    );
  const fitting = headed.filter(({ kind, columns }) => isEnough(kind, columns));
  const best = fitting.toSorted(
    (one, other) => scoreOf(other) - scoreOf(one) || one.headingRow - other.headingRow,
  )[0];
  return best ?? guessByContent(rows);
}

/** What the columns of a kind of table hold, by the headings in a row; no key twice. */
export function columnsByHeading(
  kind: TableKind,
  headings: readonly string[],
): readonly (string | undefined)[] {
  const free = new Map(COLUMNS[kind].map((column) => [column.key, column]));
  return headings.map((heading) => {
    const plain = plainHeading(heading);
    const found = [...free.values()].find((column) => column.headings.test(plain));
    if (found !== undefined) free.delete(found.key);
    return found?.key;
  });
}

/** Whether the columns that a kind of table cannot be without are there. */
export function isEnough(kind: TableKind, columns: readonly (string | undefined)[]): boolean {
  return NEEDED[kind].every((keys) => keys.some((key) => columns.includes(key)));
}

/** A table with one heading more of its own kind is more likely that kind; ends of a connection count twice. */
function scoreOf({ kind, columns }: TableGuess): number {
  const parties = COLUMNS[kind].filter(({ role, key }) => role === "party" && columns.includes(key)).length;
  return columns.filter((key) => key !== undefined).length + (parties > 1 ? parties : 0);
}

function guessByContent(rows: readonly (readonly string[])[]): TableGuess {
  const width = rows[0]?.length ?? 0;
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  const cellsAt = (index: number) => looked.map((row) => row[index] ?? "").filter(Boolean);
  const isMoney = (index: number) =>
    isMostly(cellsAt(index), (cell) => /\d/.test(cell) && reads("money", "annualAmount", cell));
  const isShare = (index: number) =>
    isMostly(cellsAt(index), (cell) => cell.endsWith("%") && reads("owners", "percent", cell));
  const isWords = (index: number) => isMostly(cellsAt(index), (cell) => /\p{L}{2}/u.test(cell));
  if (width === 3 && isWords(0) && isWords(1)) {
    if (isShare(2)) return { kind: "owners", headingRow: undefined, columns: ["body", "owner", "percent"] };
    if (isMoney(2)) return { kind: "money", headingRow: undefined, columns: ["from", "to", "annualAmount"] };
  }
  return { kind: "organisations", headingRow: undefined, columns: organisationColumns(width, cellsAt) };
}

/** Of a list without headings only what can be told by its cells is taken: the name, the kind, the code, the services. */
function organisationColumns(
  width: number,
  cellsAt: (index: number) => readonly string[],
): readonly (string | undefined)[] {
  const free = new Set(["kind", "odsCode", "legalForm", "services"]);
  const columns = Array.from({ length: width }, (_, index) => {
    const cells = cellsAt(index);
    const found = [...free].find((key) =>
      isMostly(cells, (cell) =>
        key === "odsCode" ? /^(?=.*\d)[A-Z0-9]{3,6}$/.test(cell) : reads("organisations", key, cell),
      ),
    );
    if (found !== undefined) free.delete(found);
    return found;
  });
  const lettersAt = (index: number) =>
    columns[index] === undefined ? (cellsAt(index).join("").match(/\p{L}/gu)?.length ?? 0) : -1;
  const indices = columns.map((_, index) => index);
  // A list of nothing but kinds ("Council", "GP practice") is a list of names.
  const longest = indices.toSorted((one, other) => lettersAt(other) - lettersAt(one))[0] ?? 0;
  return columns.map((key, index) => (index === longest ? "name" : key));
}

function reads(kind: TableKind, key: string, cell: string): boolean {
  const column: Column | undefined = COLUMNS[kind].find((one) => one.key === key);
  if (column === undefined) return false;
  const { value, problem } = readCell(column, cell, NO_UNITS);
  return value !== undefined && problem === undefined;
}

function isMostly(cells: readonly string[], is: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(is).length / cells.length >= MOST_ALIKE;
}

/** The units that each column's heading names. */
export function unitsOf({ rows }: Grid, headingRow: number | undefined) {
  const headings = headingRow === undefined ? [] : (rows[headingRow] ?? []);
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, index) => {
    const heading = headings[index];
    return heading === undefined ? NO_UNITS : unitsIn(heading);
  });
}
