const tenths = 10;

/** A share in words: "14.2%", "less than 0.1%"; undefined where the whole is nothing. */
export function shareWords(part: number, whole: number): string | undefined {
  if (!(whole > 0) || part < 0) return undefined;
  const percent = Math.round((part / whole) * 100 * tenths) / tenths;
  return part > 0 && percent === 0 ? "less than 0.1%" : `${percent}%`;
}

/** How many of a kind, in words: "1 payment", "3 payments". */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** What a sum leaves out: ", 2 not stated", or nothing. */
export function notStated(count: number): string {
  return count === 0 ? "" : `, ${count} not stated`;
}
