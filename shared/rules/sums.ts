import { formatMoney } from "../model/money.ts";

/** Adds whole pounds exactly: many sums that the format can hold add up beyond what a number counts exactly. */
export function sumOf(pounds: Iterable<number>): bigint {
  let sum = 0n;
  for (const one of pounds) sum += BigInt(one);
  return sum;
}

/** Two sums to be compared by the reader: written in full where they would look the same in short. */
export function comparedSums(one: bigint, other: bigint): readonly [string, string] {
  const short = [formatMoney(Number(one)), formatMoney(Number(other))] as const;
  return short[0] === short[1] ? [inFull(one), inFull(other)] : short;
}

/** A sum as the fact of a finding: a number, or a text of digits where no number holds it exactly. */
export function sumAsFact(sum: bigint): number | string {
  const number = Number(sum);
  return Number.isSafeInteger(number) ? number : String(sum);
}

function inFull(sum: bigint): string {
  return `£${String(sum).replace(/\B(?=(\d{3})+$)/g, ",")}`;
}
