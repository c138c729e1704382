import type { Contract } from "../model/element.ts";

/** A sum of money as an exact fraction of pounds. */
export interface ExactPounds {
  readonly over: bigint;
  readonly under: bigint;
}

/**
 * What contracts are worth together in a year, exact: a value that is derived from a total and a term need not be a whole
 * number of pounds. Contracts whose value is not known are left out.
 */
export function annualSum(contracts: readonly Contract[]): ExactPounds {
  const byTerm = new Map<number, bigint>();
  const add = (term: number, pounds: bigint) => byTerm.set(term, (byTerm.get(term) ?? 0n) + pounds);
  for (const { annualValue, totalValue, termMonths } of contracts) {
    if (annualValue !== undefined) add(1, BigInt(annualValue));
    else if (totalValue !== undefined && termMonths !== undefined) add(termMonths, BigInt(totalValue) * 12n);
  }
  let sum: ExactPounds = { over: 0n, under: 1n };
  for (const [term, pounds] of byTerm) {
    const months = BigInt(term);
    sum = { over: sum.over * months + pounds * sum.under, under: sum.under * months };
  }
  return sum;
}

export function isMore(one: ExactPounds, other: ExactPounds): boolean {
  return one.over * other.under > other.over * one.under;
}

/** To the nearest pound. */
export function rounded({ over, under }: ExactPounds): bigint {
  return (over * 2n + under) / (under * 2n);
}
