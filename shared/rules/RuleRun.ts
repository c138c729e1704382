import type { CheckedFinding } from "./finding.ts";
import type { MapView } from "./MapView.ts";
import { type AsSet, RuleFinding } from "./RuleFinding.ts";
import type { Identified, Report, Rule, SubjectType, SubjectTypes } from "./rule.ts";
import type { Failure } from "./ruleFailed.ts";

const mostComparedInPairs = 8;

/** One rule at work on one map. A failure on one subject leaves the others unharmed. */
export class RuleRun<S extends SubjectType = SubjectType> {
  readonly found: CheckedFinding[] = [];
  readonly failures: Failure[] = [];

  constructor(
    readonly rule: Rule<S>,
    private readonly view: MapView,
    private readonly asSet: AsSet,
  ) {}

  /** Looks at one subject, and keeps what the rule finds or the error that it throws. */
  check(subject: SubjectTypes[S], id?: string): void {
    try {
      this.rule.check(subject, this.view, this.report);
    } catch (error) {
      this.failures.push({ subjects: id === undefined ? [] : [id], error });
    }
  }

  private readonly report = (report: Report): void => {
    const subjects = idsOf(report.subjects, this.view);
    this.found.push(new RuleFinding(this.rule, report, subjects, this.asSet, this.view));
  };
}

function idsOf(groups: Report["subjects"], view: MapView): readonly string[] {
  const ids: string[] = [];
  for (const group of groups) {
    if (isGroup(group)) for (const { id } of view.inDocumentOrder(group)) ids.push(id);
    else ids.push(group.id);
  }
  return ids.length < 2 || !hasRepeats(ids) ? ids : [...new Set(ids)];
}

function hasRepeats(ids: readonly string[]): boolean {
  if (ids.length > mostComparedInPairs) return new Set(ids).size < ids.length;
  return ids.some((id, index) => ids.indexOf(id) < index);
}

function isGroup(subjects: Identified | readonly Identified[]): subjects is readonly Identified[] {
  return Array.isArray(subjects);
}
