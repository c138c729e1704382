import { decisionKey } from "../document/decisionKey.ts";
import type { Severity } from "../model/systemMap.ts";
import type { CheckedFinding, Finding, Fix } from "./finding.ts";
import type { MapView } from "./MapView.ts";
import type { Identified, Report, Rule, SubjectType, SubjectTypes } from "./rule.ts";
import type { Failure } from "./ruleFailed.ts";

const noFixes: readonly Fix[] = [];
const noFacts: Finding["facts"] = {};
const mostComparedInPairs = 8;

type Draft = { -readonly [K in keyof CheckedFinding]: CheckedFinding[K] };

/** One rule at work on one map. A failure on one subject leaves the others unharmed. */
export class RuleRun<S extends SubjectType = SubjectType> {
  readonly found: CheckedFinding[] = [];
  readonly failures: Failure[] = [];

  /** @param severity what the map sets for every finding of this rule, where it sets anything. */
  constructor(
    readonly rule: Rule<S>,
    private readonly view: MapView,
    private readonly severity: Severity | undefined,
    private readonly isAccepted: (finding: Finding) => boolean,
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
    const { rule, view } = this;
    const subjects = idsOf(report.subjects, view);
    const finding: Draft = {
      rule: rule.id,
      severity: this.severity ?? report.severity,
      basis: report.basis ?? rule.basis,
      subjects,
      message: report.message,
      title: rule.title,
      why: rule.why,
      sources: rule.sources,
      key: decisionKey(rule.id, subjects),
      facts: report.facts ?? noFacts,
      fixes: noFixes,
    };
    if (rule.precedent !== undefined) finding.precedent = rule.precedent;
    if (this.isAccepted(finding)) finding.accepted = true;
    if (rule.fixes) offer(finding, rule, view);
    this.found.push(finding);
  };
}

/**
 * Works fixes out when they are first asked for: a large map has thousands of findings, and few of them are looked at. A
 * fix that cannot be worked out is not offered; the finding stands all the same.
 */
function offer(finding: Draft, rule: Pick<Rule, "fixes">, view: MapView): void {
  let fixes: readonly Fix[] | undefined;
  Object.defineProperty(finding, "fixes", {
    enumerable: true,
    get() {
      try {
        fixes ??= rule.fixes?.(finding, view) ?? noFixes;
      } catch {
        fixes = noFixes;
      }
      return fixes;
    },
  });
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
