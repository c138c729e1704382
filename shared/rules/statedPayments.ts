import type { RelationOf } from "../model/relation.ts";
import { sumOf } from "./sums.ts";

type Payment = RelationOf<"pays">;

/** What some payments add up to in a year, exact; those that state no amount are left out. Undefined where none states one. */
export function statedSum(payments: readonly Payment[]): bigint | undefined {
  const stated = payments.flatMap(({ annualAmount }) => (annualAmount === undefined ? [] : [annualAmount]));
  return stated.length === 0 ? undefined : sumOf(stated);
}

/** The same, but undefined too where any of them states no amount. */
export function wholeSum(payments: readonly Payment[]): bigint | undefined {
  return payments.some(({ annualAmount }) => annualAmount === undefined) ? undefined : statedSum(payments);
}
