const mostLetters = 5_000_000;

/**
 * The cells of a table on the clipboard, where its plain text would lose them: Word and Outlook break a row where a cell has two
 * lines. Undefined where there is no table with two columns, or the text beside it is more than the table.
 */
export function tableInHtml(html: string, text: string): readonly (readonly string[])[] | undefined {
  if (html === "" || html.length > mostLetters || !/<table/i.test(html)) return undefined;
  const page = new DOMParser().parseFromString(html, "text/html");
  const tables = [...page.querySelectorAll("table")].filter((table) => table.querySelector("table") === null);
  const [table] = tables;
  if (table === undefined || tables.length > 1) return undefined;
  const rows = [...table.rows].map((row) => [...row.cells].flatMap(cellsOf));
  if (!rows.some((row) => row.length > 1)) return undefined;
  const letters = (some: string | null) => (some ?? "").replace(/\s/g, "").length;
  const isMostOfIt = letters(table.textContent) >= letters(text) * 0.8;
  return isMostOfIt ? rows : undefined;
}

/** A cell over several columns stands in the first of them. */
function cellsOf(cell: HTMLTableCellElement): readonly string[] {
  for (const lineBreak of cell.querySelectorAll("br")) lineBreak.replaceWith("\n");
  const paragraphs = [...cell.querySelectorAll("p, li")].map((part) => part.textContent ?? "");
  const text = paragraphs.length > 1 ? paragraphs.join("\n") : (cell.textContent ?? "");
  const plain = text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
  return [plain, ...Array.from({ length: Math.min(cell.colSpan, 40) - 1 }, () => "")];
}
