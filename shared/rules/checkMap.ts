import { decisionKey } from "../document/decisionKey.ts";
import type { Snapshot } from "../document/snapshot.ts";
import type { RuleSetting } from "../model/systemMap.ts";
import { acceptedBy } from "./acceptedBy.ts";
import { compareFindings } from "./compareFindings.ts";
import type { CheckedFinding, Finding } from "./finding.ts";
import { MapView } from "./MapView.ts";
import { RULES } from "./registry.ts";
import type { AnyRule, Identified, Report, Rule, SubjectType, SubjectTypes } from "./rule.ts";
import { type Failure, ruleFailed } from "./ruleFailed.ts";

export type { CheckedFinding } from "./finding.ts";

/**
 * Checks a whole map and gives what the rules of its regime find, in the public order, with the map's own severities and
 * decisions applied. Never throws: a rule that fails becomes a finding of its own, and the others are still heard.
 * @param rules default: the whole catalogue.
 */
export function checkMap(snapshot: Snapshot, rules: readonly AnyRule[] = RULES): CheckedFinding[] {
  const view = new MapView(snapshot);
  const { settings, decisions, regime } = snapshot.map;
  const settingOf = (rule: string): RuleSetting | undefined =>
    settings?.rules && Object.hasOwn(settings.rules, rule) ? settings.rules[rule] : undefined;
  const isAccepted = acceptedBy(decisions ?? []);
  const findings: CheckedFinding[] = [];
  for (const rule of rules) {
    const setting = settingOf(rule.id);
    if (setting === "off" || !rule.regimes.includes(regime)) continue;
    const run = new RuleRun(rule, view);
    run.onEverySubject();
    for (const found of run.found) findings.push(finish(found, rule, run, setting));
    const failed = ruleFailed(rule.id, run.failures);
    const failedSetting = settingOf("rule-failed");
    if (failed && failedSetting !== "off")
      findings.push({ ...failed, ...(failedSetting ? { severity: failedSetting } : {}), fixes: [] });
  }
  return findings
    .map((finding) => (isAccepted(finding) ? { ...finding, accepted: true as const } : finding))
    .sort(compareFindings);
}

function finish(
  found: Finding,
  rule: AnyRule,
  run: RuleRun,
  severity: Exclude<RuleSetting, "off"> | undefined,
): CheckedFinding {
  const finding = severity ? { ...found, severity } : found;
  return { ...finding, fixes: run.attempt(found.subjects, () => rule.fixes?.(finding, run.view) ?? [], []) };
}

/** One rule, run on all its subjects: a failure on one of them leaves the others unharmed. */
class RuleRun {
  readonly found: Finding[] = [];
  readonly failures: Failure[] = [];

  constructor(
    private readonly rule: AnyRule,
    readonly view: MapView,
  ) {}

  onEverySubject(): void {
    const { rule, view } = this;
    switch (rule.on) {
      case "organisation":
        this.onEach(rule, view.organisations);
        break;
      case "contract":
        this.onEach(rule, view.contracts);
        break;
      case "fund":
        this.onEach(rule, view.funds);
        break;
      case "forum":
        this.onEach(rule, view.forums);
        break;
      case "element":
        this.onEach(rule, view.elements);
        break;
      case "relation":
        this.onEach(rule, view.relations);
        break;
      case "map":
        this.attempt([], () => rule.check(view, view, this.report), undefined);
    }
  }

  attempt<T>(subjects: readonly string[], run: () => T, otherwise: T): T {
    try {
      return run();
    } catch (error) {
      this.failures.push({ subjects, error });
      return otherwise;
    }
  }

  private onEach<S extends Exclude<SubjectType, "map">>(
    rule: Rule<S>,
    subjects: readonly (SubjectTypes[S] & Identified)[],
  ): void {
    for (const subject of subjects) {
      try {
        rule.check(subject, this.view, this.report);
      } catch (error) {
        this.failures.push({ subjects: [subject.id], error });
      }
    }
  }

  private readonly report = ({ severity, basis, subjects, message, facts }: Report): void => {
    const { rule, view } = this;
    const ids = new Set<string>();
    for (const group of subjects) {
      const items = Array.isArray(group) ? view.inDocumentOrder(group as readonly Identified[]) : [group];
      for (const { id } of items as readonly Identified[]) ids.add(id);
    }
    const all = [...ids];
    this.found.push({
      rule: rule.id,
      severity,
      basis: basis ?? rule.basis,
      subjects: all,
      message,
      title: rule.title,
      why: rule.why,
      ...(rule.precedent === undefined ? {} : { precedent: rule.precedent }),
      sources: rule.sources,
      key: decisionKey(rule.id, all),
      facts: facts ?? {},
    });
  };
}
