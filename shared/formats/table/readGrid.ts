import Papa from "papaparse/papaparse.min.js";
import { TABLE_LIMITS } from "./tableLimits.ts";

/** What stands between the cells of a row; `lines`: nothing, each line is one cell. */
export const DIVIDERS = ["tab", "comma", "semicolon", "bar", "lines"] as const;
export type Divider = (typeof DIVIDERS)[number];

/** Cells as text, trimmed. Rows without any text are left out; every row is as long as the longest. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  readonly divider: Divider;
  /** Rows beyond what is taken at once. */
  readonly cutRows: number;
  /** Columns with text in them beyond what is taken. */
  readonly cutColumns: number;
}

const SIGNS: Readonly<Record<Exclude<Divider, "lines">, string>> = {
  tab: "\t",
  comma: ",",
  semicolon: ";",
  bar: "|",
};
const GUESSED = ["semicolon", "bar", "comma"] as const;
const ROWS_LOOKED_AT = 40;

/** Reads pasted text as rows of cells. Never throws: any text is some grid. `divider` left out: it is guessed. */
export function readGrid(text: string, divider: Divider = guessDivider(text)): Grid {
  const plain = text.slice(0, TABLE_LIMITS.characters).replace(/^\uFEFF/, "");
  return gridOf(divider === "lines" ? linesOf(plain) : cellsOf(plain, divider), divider);
}

/** Rows of cells that were read elsewhere (a table of a web page) as a grid. */
export function gridOf(cells: readonly (readonly string[])[], divider: Divider): Grid {
  const filled = cells.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some(Boolean));
  const taken = filled.slice(0, TABLE_LIMITS.rows + 1);
  // Not Math.max(...rows): a call takes only so many arguments.
  const width = taken.reduce((widest, row) => Math.max(widest, row.findLastIndex(Boolean) + 1), 0);
  const columns = Math.min(width, TABLE_LIMITS.columns);
  return {
    rows: taken.map((row) => Array.from({ length: columns }, (_, index) => row[index] ?? "")),
    divider,
    cutRows: filled.length - taken.length,
    cutColumns: width - columns,
  };
}

/** What most likely stands between the cells: tabs if there are any; another sign only where it divides every line alike. */
export function guessDivider(text: string): Divider {
  const head = withoutListMarks(
    text
      .slice(0, 20_000)
      .split(/\r\n|\r|\n/)
      .slice(0, ROWS_LOOKED_AT)
      .join("\n"),
  );
  if (head.includes("\t")) return "tab";
  return GUESSED.find((divider) => dividesAlike(cellsOf(head, divider))) ?? "lines";
}

/** Names may have a comma in them: one sign a line is a table only if the lines beside the first say more than words. */
function dividesAlike(rows: readonly (readonly string[])[]): boolean {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  const width = filled[0]?.length ?? 0;
  // The last row may have been cut off in the middle.
  const whole = filled.length > 2 ? filled.slice(0, -1) : filled;
  if (width < 2 || filled.length < 2 || whole.some((row) => row.length !== width)) return false;
  const body = filled.slice(1);
  const isFigures = (cell: string) => /\d/.test(cell);
  return width > 2 || body.some((row) => row.some(isFigures)) || (filled[0] ?? []).every(isShortHeading);
}

function isShortHeading(cell: string): boolean {
  return /^(name|organisations?|organi[sz]ation|body|from|to|type|kind|member|owner|parent|buyer|commissioner|holder|provider|supplier|contract|ods code|code|services?)$/i.test(
    cell.trim(),
  );
}

function cellsOf(text: string, divider: Exclude<Divider, "lines">): readonly (readonly string[])[] {
  return Papa.parse(withoutListMarks(text), { delimiter: SIGNS[divider], skipEmptyLines: true }).data;
}

function linesOf(text: string): readonly (readonly string[])[] {
  return withoutListMarks(text)
    .split(/\r\n|\r|\n/)
    .map((line) => [unquoted(line)]);
}

/** A sheet with one column quotes a cell that has quotes or a line break in it. */
function unquoted(line: string): string {
  const trimmed = line.trim();
  return /^"(?:[^"]|"")*"$/.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed;
}

const LIST_MARK = /^[ \t]*(?:[•·▪◦‣●○■–*-]|o(?=\t)|\(?\d{1,3}[.)])[ \t]+(?=\S)/;

/** A list out of a text has a bullet or a number before each line: without them, where all lines have one. */
function withoutListMarks(text: string): string {
  const lines = text.split("\n");
  const filled = lines.filter((line) => line.trim() !== "");
  if (filled.length < 2 || !filled.every((line) => LIST_MARK.test(line))) return text;
  return lines.map((line) => line.replace(LIST_MARK, "")).join("\n");
}
