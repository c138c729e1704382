import type { Severity } from "../../shared/model/systemMap.ts";
import type { Basis, CheckedFinding } from "../../shared/rules/finding.ts";

export const ABOUT = ["everything", "selection", "mine"] as const;
export type About = (typeof ABOUT)[number];

export const GROUPINGS = ["severity", "rule", "element"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const STANDINGS = ["both", "open", "accepted"] as const;
export type Standing = (typeof STANDINGS)[number];

/** What of the findings this person wants to see, and in which order. It is local to the tab and changes no count. */
export interface FindingsView {
  /** Only these severities; empty: all. */
  readonly severities: readonly Severity[];
  readonly about: About;
  /** Only this rule; undefined: all. */
  readonly rule: string | undefined;
  /** Only this basis; undefined: all. */
  readonly basis: Basis | undefined;
  /** Whether to list what stands, what the room has accepted, or both. */
  readonly standing: Standing;
  readonly grouping: Grouping;
}

export const WHOLE_VIEW: FindingsView = {
  severities: [],
  about: "everything",
  rule: undefined,
  basis: undefined,
  standing: "both",
  grouping: "severity",
};

/** The ids that the view’s “about” means now. */
export interface AboutIds {
  readonly selection: ReadonlySet<string>;
  readonly mine: ReadonlySet<string>;
}

/** The findings that a view shows, in the order given. */
export function viewedFindings(
  findings: readonly CheckedFinding[],
  view: FindingsView,
  ids: AboutIds,
): readonly CheckedFinding[] {
  if (!isNarrowed(view)) return findings;
  return findings.filter(
    ({ severity, rule, basis, subjects, accepted }) =>
      (view.severities.length === 0 || view.severities.includes(severity)) &&
      (view.rule === undefined || view.rule === rule) &&
      (view.basis === undefined || view.basis === basis) &&
      (view.standing === "both" || (view.standing === "accepted") === (accepted === true)) &&
      (view.about === "everything" || subjects.some((id) => ids[view.about as keyof AboutIds].has(id))),
  );
}

/** Whether a view may leave findings out. */
export function isNarrowed({ severities, about, rule, basis, standing }: FindingsView): boolean {
  return (
    severities.length > 0 ||
    about !== "everything" ||
    rule !== undefined ||
    basis !== undefined ||
    standing !== "both"
  );
}
