import type { Snapshot } from "../document/snapshot.ts";
import type { RuleSetting } from "../model/systemMap.ts";
import { acceptedBy } from "./acceptedBy.ts";
import { compareFindings } from "./compareFindings.ts";
import type { CheckedFinding } from "./finding.ts";
import { MapView } from "./MapView.ts";
import { RuleRun } from "./RuleRun.ts";
import { RULES } from "./registry.ts";
import type { AnyRule, SubjectType } from "./rule.ts";
import { ruleFailed } from "./ruleFailed.ts";

export type { CheckedFinding } from "./finding.ts";

type Runs = { readonly [S in SubjectType]: RuleRun<S>[] };

/**
 * Checks a whole map and gives what the rules of its regime find, in the public order, with the map's own severities and
 * decisions applied. Never throws: a rule that fails becomes a finding of its own, and the others are still heard.
 * @param rules default: the whole catalogue.
 */
export function checkMap(snapshot: Snapshot, rules: readonly AnyRule[] = RULES): CheckedFinding[] {
  const view = new MapView(snapshot);
  const runs = startRuns(snapshot, rules, view);
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
  return Object.values(runs)
    .flat()
    .flatMap((run) => [...run.found, ...failureOf(run, snapshot)])
    .sort(compareFindings);
}

function startRuns(snapshot: Snapshot, rules: readonly AnyRule[], view: MapView): Runs {
  const isAccepted = acceptedBy(snapshot.map.decisions ?? []);
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
    const setting = settingOf(rule.id, snapshot);
    if (setting === "off" || !rule.regimes.includes(snapshot.map.regime)) continue;
    // What a rule is about settles both its type and the list it goes to; TypeScript does not follow that.
    const list = runs[rule.on] as RuleRun<typeof rule.on>[];
    list.push(new RuleRun(rule as never, view, setting, isAccepted));
  }
  return runs;
}

function failureOf(
  run: Pick<RuleRun, "failures"> & { rule: { id: string } },
  snapshot: Snapshot,
): CheckedFinding[] {
  const setting = settingOf("rule-failed", snapshot);
  const failed = setting === "off" ? undefined : ruleFailed(run.rule.id, run.failures);
  return failed
    ? [{ ...failed, ...(setting && setting !== "off" ? { severity: setting } : {}), fixes: [] }]
    : [];
}

function settingOf(rule: string, { map: { settings } }: Snapshot): RuleSetting | undefined {
  return settings?.rules && Object.hasOwn(settings.rules, rule) ? settings.rules[rule] : undefined;
}
