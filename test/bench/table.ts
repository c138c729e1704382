/** Prints a table in Markdown. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`| ${heads.join(" | ")} |`);
  console.log(`|${"---|".repeat(heads.length)}`);
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
}

/** A number as it stands in a table: the larger, the fewer decimals. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-GB");
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** How many times ours theirs is. */
export function ratio(theirs: number, ours: number): string {
  return Number.isFinite(theirs / ours) ? `${shown(theirs / ours)} ×` : "–";
}

/** The value in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** What stands behind the name of a server whose runs others disturbed, and what it means. */
export const disturbedMark = " \\*";
export const disturbedNote =
  "\\* Others used the machine during these runs: more than 0.15 of a core on average.";
