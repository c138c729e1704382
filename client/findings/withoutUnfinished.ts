import type { CheckedFinding } from "../../shared/rules/finding.ts";

const UNNAMED = "unnamed-element";

/**
 * The findings without those that say that something has no name whose name is just being typed: nobody has left it without one.
 * The same list where there are none.
 */
export function withoutUnfinished(
  findings: readonly CheckedFinding[],
  isBeingNamed: (id: string) => boolean,
): readonly CheckedFinding[] {
  const isUnfinished = ({ rule, subjects }: CheckedFinding) =>
    rule === UNNAMED && subjects.some(isBeingNamed);
  return findings.some(isUnfinished) ? findings.filter((finding) => !isUnfinished(finding)) : findings;
}
