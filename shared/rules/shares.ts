import type { RelationOf } from "../model/relation.ts";

const TOLERANCE_PERCENT = 0.5;

/** What the owners of one organisation hold, in per cent; undefined where one of them states no share, or there is none. */
export function statedShares(ownerships: readonly RelationOf<"owns">[]): readonly number[] | undefined {
  const shares = ownerships.flatMap(({ percent }) => percent ?? []);
  return shares.length === 0 || shares.length < ownerships.length ? undefined : shares;
}

/** Whether shares add up to 100 %, give or take half a per cent. */
export function addsUpToWhole(shares: readonly number[]): boolean {
  return Math.abs(totalPercent(shares) - 100) <= TOLERANCE_PERCENT;
}

/** In per cent, free of the dust that adding decimal fractions leaves. */
export function totalPercent(shares: readonly number[]): number {
  return Math.round(shares.reduce((sum, share) => sum + share, 0) * 1e6) / 1e6;
}
