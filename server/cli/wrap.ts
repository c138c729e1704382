const MOST_COLUMNS = 100;
const LEAST_COLUMNS = 40;

/** How many characters of a terminal's width a line of text takes: a wider one is hard to read. */
export function readingWidth(columns: number): number {
  return Math.max(LEAST_COLUMNS, Math.min(columns, MOST_COLUMNS));
}

/** Breaks text into lines of at most `width` characters, between words; a longer word stands alone on its line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
