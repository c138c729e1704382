import type { CheckedFinding, Fix } from "../../shared/rules/finding.ts";

/** What of a card comes from the check. */
interface Checked {
  readonly finding: CheckedFinding;
  readonly fixes: readonly Fix[];
}

/** Whether two cards show the same finding alike. What their fixes would do may differ: look that up again when one is applied. */
export function looksTheSame(before: Checked, after: Checked): boolean {
  return (
    sameFinding(before.finding, after.finding) && sameList(fixWords(before.fixes), fixWords(after.fixes))
  );
}

function sameFinding(one: CheckedFinding, other: CheckedFinding): boolean {
  return (
    one === other ||
    (one.key === other.key &&
      one.severity === other.severity &&
      one.ownSeverity === other.ownSeverity &&
      one.basis === other.basis &&
      one.accepted === other.accepted &&
      one.title === other.title &&
      one.message === other.message &&
      one.why === other.why &&
      one.precedent === other.precedent &&
      sameList(one.subjects, other.subjects) &&
      sameList(one.sources, other.sources))
  );
}

function fixWords(fixes: readonly Fix[]): readonly string[] {
  return fixes.flatMap(({ id, label }) => [id, label]);
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
