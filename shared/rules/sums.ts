/** Adds whole pounds exactly: many sums that the format can hold add up beyond what a number counts exactly. */
export function sumOf(pounds: Iterable<number>): bigint {
  let sum = 0n;
  for (const one of pounds) sum += BigInt(one);
  return sum;
}

/** A sum as the fact of a finding: a number, or a text of digits where no number holds it exactly. */
export function sumAsFact(sum: bigint): number | string {
  const number = Number(sum);
  return Number.isSafeInteger(number) ? number : String(sum);
}
