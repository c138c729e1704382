import { isSameJson } from "../model/isSameJson.ts";
import { compareFindings } from "./compareFindings.ts";
import type { CheckedFinding } from "./finding.ts";

/**
 * The findings after some have been looked for again; the same array where nothing is different.
 * @param sorted all findings before, in the public order; it is not changed.
 * @param stale those of them that were looked for again.
 * @param fresh what was found instead, in any order. What is among the stale too stays.
 */
export function mergeFindings(
  sorted: readonly CheckedFinding[],
  stale: readonly CheckedFinding[],
  fresh: readonly CheckedFinding[],
): readonly CheckedFinding[] {
  const gone = new Set(stale);
  const come = fresh.filter((finding) => !gone.delete(finding));
  if (gone.size === 0 && come.length === 0) return sorted;
  const stay = gone.size === 0 ? sorted : sorted.filter((finding) => !gone.has(finding));
  return merged(stay, come.sort(compareFindings));
}

/** What was found again about one subject, as the findings of before where they say the same. */
export function keepSame(
  before: readonly CheckedFinding[],
  found: readonly CheckedFinding[],
): readonly CheckedFinding[] {
  if (before.length === 0 || found.length === 0) return found;
  const byKey = new Map(before.map((finding) => [finding.key, finding]));
  return found.map((finding) => {
    const same = byKey.get(finding.key);
    return same && isSame(same, finding) ? same : finding;
  });
}

function merged(one: readonly CheckedFinding[], other: readonly CheckedFinding[]): readonly CheckedFinding[] {
  if (one.length === 0) return other;
  const all: CheckedFinding[] = [];
  let next = 0;
  for (const finding of one) {
    for (let fresh = other[next]; fresh && compareFindings(fresh, finding) < 0; fresh = other[++next])
      all.push(fresh);
    all.push(finding);
  }
  for (; next < other.length; next++) all.push(other[next] as CheckedFinding);
  return all;
}

function isSame(one: CheckedFinding, other: CheckedFinding): boolean {
  return (
    one.severity === other.severity &&
    one.ownSeverity === other.ownSeverity &&
    one.basis === other.basis &&
    one.accepted === other.accepted &&
    one.message === other.message &&
    isSameJson(one.facts, other.facts)
  );
}
