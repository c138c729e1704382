import type { Severity } from "../../shared/model/systemMap.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";

/** What of the findings that stand would be different after a change. */
export interface CheckComparison {
  readonly gone: readonly CheckedFinding[];
  readonly come: readonly CheckedFinding[];
  /** Those that stand before and after and say something else, or are of another weight. */
  readonly changed: readonly { readonly finding: CheckedFinding; readonly before: Severity }[];
}

/** Compares two checks of a map, by what still stands: what the room has accepted is in no count. */
export function compareChecks(
  before: readonly CheckedFinding[],
  after: readonly CheckedFinding[],
): CheckComparison {
  const [was, is] = [before, after].map(
    (findings) =>
      new Map(findings.filter(({ accepted }) => accepted !== true).map((finding) => [finding.key, finding])),
  ) as [Map<string, CheckedFinding>, Map<string, CheckedFinding>];
  return {
    gone: [...was.values()].filter(({ key }) => !is.has(key)),
    come: [...is.values()].filter(({ key }) => !was.has(key)),
    changed: [...is.values()].flatMap((finding) => {
      const old = was.get(finding.key);
      const isSame =
        old === undefined || (old.severity === finding.severity && old.message === finding.message);
      return isSame ? [] : [{ finding, before: old.severity }];
    }),
  };
}

/** “3 findings go, 2 come”; “no finding goes or comes”. */
export function comparisonWords({ gone, come, changed }: CheckComparison): string {
  const parts = [
    ...(gone.length > 0 ? [{ count: gone.length, one: "goes", several: "go" }] : []),
    ...(come.length > 0 ? [{ count: come.length, one: "comes", several: "come" }] : []),
    ...(changed.length > 0 ? [{ count: changed.length, one: "changes", several: "change" }] : []),
  ];
  if (parts.length === 0) return "no finding goes or comes";
  return parts
    .map(({ count, one, several }, index) => {
      const noun = index > 0 ? "" : count === 1 ? " finding" : " findings";
      return `${count}${noun} ${count === 1 ? one : several}`;
    })
    .join(", ");
}
