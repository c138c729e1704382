/** A block of cells as it comes from a spreadsheet: rows of texts, blank ones included, each where it stood. */
export type Block = readonly (readonly string[])[];

/**
 * Reads a block as spreadsheets put it on the clipboard: tabs between cells, lines between rows, and quotes around a cell
 * that holds either. A last line that is empty is no row.
 */
export function readBlock(text: string): Block {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === "" && isClosed(text, at)) isQuoted = true;
    else if (character === "\t") endCell();
    else if (character === "\n") {
      endCell();
      rows.push([]);
    } else if (character !== "\r") cell += character;
  }
  endCell();
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === "") rows.pop();
  return rows;
}

/** Whether a quote at the start of a cell is closed where a cell ends: else it is a part of what somebody wrote. */
function isClosed(text: string, at: number): boolean {
  for (let next = text.indexOf('"', at + 1); next !== -1; next = text.indexOf('"', next + 1)) {
    if (text.charAt(next + 1) === '"') next += 1;
    else return next + 1 === text.length || /[\t\r\n]/.test(text.charAt(next + 1));
  }
  return false;
}
