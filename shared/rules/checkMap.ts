import type { Snapshot } from "../document/snapshot.ts";
import type { RuleSetting } from "../model/systemMap.ts";
import { acceptedBy } from "./acceptedBy.ts";
import { compareFindings } from "./compareFindings.ts";
import type { CheckedFinding } from "./finding.ts";
import { MapView } from "./MapView.ts";
import type { AsSet } from "./RuleFinding.ts";
import { RuleRun } from "./RuleRun.ts";
import { RULES } from "./registry.ts";
import type { AnyRule, Identified, SubjectType } from "./rule.ts";
import { type Failure, ruleFailed } from "./ruleFailed.ts";

export type { CheckedFinding } from "./finding.ts";

type Runs = { readonly [S in SubjectType]: RuleRun<S>[] };

/**
 * Checks a whole map and gives what the rules of its regime find, in the public order, with the map's own severities and
 * decisions applied. Never throws: a rule that fails becomes a finding of its own, and the others are still heard.
 * @param rules default: the whole catalogue.
 */
export function checkMap(snapshot: Snapshot, rules: readonly AnyRule[] = RULES): CheckedFinding[] {
  const view = new MapView(snapshot);
  const isAccepted = acceptedBy(snapshot.map.decisions ?? []);
  const runs = startRuns(snapshot, rules, view, isAccepted);
  // Subject by subject, not rule by rule: what is around one subject is then still at hand for the next rule.
  for (const element of view.elements) {
    for (const run of runs.element) run.check(element, element.id);
    if (element.type === "organisation") for (const run of runs.organisation) run.check(element, element.id);
    else if (element.type === "contract") for (const run of runs.contract) run.check(element, element.id);
    else if (element.type === "fund") for (const run of runs.fund) run.check(element, element.id);
    else if (element.type === "forum") for (const run of runs.forum) run.check(element, element.id);
  }
  for (const relation of view.relations) for (const run of runs.relation) run.check(relation, relation.id);
  for (const run of runs.map) run.check(view);
  const all = Object.values(runs).flat();
  const failed = failures(all, settingOf("rule-failed", snapshot), isAccepted);
  return [...all.flatMap(({ found }) => found), ...failed].sort(compareFindings);
}

function startRuns(
  snapshot: Snapshot,
  rules: readonly AnyRule[],
  view: MapView,
  isAccepted: AsSet["isAccepted"],
): Runs {
  const runs: Runs = {
    element: [],
    organisation: [],
    contract: [],
    fund: [],
    forum: [],
    relation: [],
    map: [],
  };
  for (const rule of rules) {
    const severity = settingOf(rule.id, snapshot);
    if (severity === "off" || !rule.regimes.includes(snapshot.map.regime)) continue;
    // What a rule is about settles both its type and the list it goes to; TypeScript does not follow that.
    const list = runs[rule.on] as RuleRun<typeof rule.on>[];
    list.push(new RuleRun(rule as never, view, { severity, isAccepted }));
  }
  return runs;
}

function failures(
  runs: readonly { readonly rule: Identified; readonly failures: readonly Failure[] }[],
  severity: RuleSetting | undefined,
  isAccepted: AsSet["isAccepted"],
): CheckedFinding[] {
  if (severity === "off") return [];
  return runs.flatMap(({ rule, failures }) => {
    const failed = ruleFailed(rule.id, failures);
    if (!failed) return [];
    const finding = { ...failed, ...(severity && { severity }), fixes: [] };
    return [isAccepted(finding) ? { ...finding, accepted: true } : finding];
  });
}

function settingOf(rule: string, { map: { settings } }: Snapshot): RuleSetting | undefined {
  return settings?.rules && Object.hasOwn(settings.rules, rule) ? settings.rules[rule] : undefined;
}
