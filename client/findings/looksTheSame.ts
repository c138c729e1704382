import type { CheckedFinding } from "../../shared/rules/finding.ts";

/** Whether two findings are shown alike. What their fixes would do may differ: look that up again when one is applied. */
export function looksTheSame(one: CheckedFinding, other: CheckedFinding): boolean {
  return (
    one === other ||
    (one.key === other.key &&
      one.severity === other.severity &&
      one.basis === other.basis &&
      one.accepted === other.accepted &&
      one.title === other.title &&
      one.message === other.message &&
      one.why === other.why &&
      one.precedent === other.precedent &&
      sameList(one.subjects, other.subjects) &&
      sameList(one.sources, other.sources) &&
      sameList(fixWords(one), fixWords(other)))
  );
}

function fixWords({ fixes }: CheckedFinding): readonly string[] {
  return fixes.flatMap(({ id, label }) => [id, label]);
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
