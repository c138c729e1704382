import type { MapElement } from "../model/element.ts";
import type { Relation } from "../model/relation.ts";
import type { Regime, RuleSetting, SystemMap } from "../model/systemMap.ts";
import { acceptedBy } from "./acceptedBy.ts";
import type { CheckedFinding } from "./finding.ts";
import type { MapView } from "./MapView.ts";
import { type AsSet, type Newest, RuleFinding } from "./RuleFinding.ts";
import type { AnyRule, Identified, Report, Rule, SubjectType, SubjectTypes } from "./rule.ts";
import { type Failure, ruleFailed } from "./ruleFailed.ts";

const mostComparedInPairs = 8;

/** What has come of looking at one subject. */
export interface Outcome {
  readonly found: readonly CheckedFinding[];
  readonly failures: readonly Failure[];
}

const nothing: Outcome = { found: [], failures: [] };

/** What of a map decides which rules hold and what becomes of their findings. */
export type Terms = Pick<SystemMap, "regime" | "settings" | "decisions">;

/** One rule, and the way in which its findings are taken down. */
interface Entry<S extends SubjectType> {
  readonly rule: Rule<S>;
  readonly report: (report: Report) => void;
}

type Entries = { readonly [S in SubjectType]: Entry<S>[] };

/**
 * The rules that hold for a map, by what they are about: those of its regime that are not switched off, with its own
 * severities and decisions applied to what they find. A rule that throws on one subject leaves the others unharmed.
 */
export class RulesInForce {
  private readonly entries: Entries = {
    element: [],
    organisation: [],
    contract: [],
    fund: [],
    forum: [],
    relation: [],
    map: [],
  };
  private readonly isAccepted: AsSet["isAccepted"];
  private found: CheckedFinding[] = [];
  private failures: Failure[] = [];

  /** @param newest where the view of the map is found, also after an edit. */
  constructor(
    private readonly terms: Terms,
    rules: readonly AnyRule[],
    private readonly newest: Newest,
  ) {
    this.isAccepted = acceptedBy(terms.decisions ?? []);
    for (const rule of rules) {
      const severity = settingOf(rule.id, terms);
      if (severity === "off" || !(rule.regimes as readonly Regime[]).includes(terms.regime)) continue;
      const asSet = { severity, isAccepted: this.isAccepted };
      const report = (given: Report) => {
        const { view } = newest;
        this.found.push(new RuleFinding(rule, given, idsOf(given.subjects, view), asSet, newest));
      };
      // What a rule is about settles both its type and the list it goes to; TypeScript does not follow that.
      const list = this.entries[rule.on] as Entry<typeof rule.on>[];
      list.push({ rule: rule as never, report });
    }
  }

  onElement(element: MapElement): Outcome {
    const { view } = this.newest;
    this.run(this.entries.element, element, view, element.id);
    if (element.type === "organisation") this.run(this.entries.organisation, element, view, element.id);
    else if (element.type === "contract") this.run(this.entries.contract, element, view, element.id);
    else if (element.type === "fund") this.run(this.entries.fund, element, view, element.id);
    else if (element.type === "forum") this.run(this.entries.forum, element, view, element.id);
    return this.taken();
  }

  onRelation(relation: Relation): Outcome {
    this.run(this.entries.relation, relation, this.newest.view, relation.id);
    return this.taken();
  }

  /** How many rules there are about the map as a whole. */
  get mapRuleCount(): number {
    return this.entries.map.length;
  }

  /** Asks one of the rules about the map as a whole. */
  onMap(number: number): Outcome {
    const { view } = this.newest;
    this.run(this.entries.map.slice(number, number + 1), view, view);
    return this.taken();
  }

  /** The findings that say which rules could not be applied everywhere. */
  failed(failures: readonly Failure[]): readonly CheckedFinding[] {
    const severity = settingOf("rule-failed", this.terms);
    if (severity === "off" || failures.length === 0) return [];
    return [...new Set(failures.map(({ rule }) => rule))].map((rule) => {
      const found = ruleFailed(
        rule,
        failures.filter((failure) => failure.rule === rule),
      );
      const finding = { ...found, ...(severity && { severity }), fixes: [] };
      return this.isAccepted(finding) ? { ...finding, accepted: true } : finding;
    });
  }

  private run<S extends SubjectType>(
    entries: readonly Entry<S>[],
    subject: SubjectTypes[S],
    view: MapView,
    id?: string,
  ): void {
    for (let index = 0; index < entries.length; index++) {
      const { rule, report } = entries[index] as Entry<S>;
      try {
        rule.check(subject, view, report);
      } catch (error) {
        this.failures.push({ rule: rule.id, subjects: id === undefined ? [] : [id], error });
      }
    }
  }

  private taken(): Outcome {
    if (this.found.length === 0 && this.failures.length === 0) return nothing;
    const outcome = { found: this.found, failures: this.failures };
    this.found = [];
    this.failures = [];
    return outcome;
  }
}

function settingOf(rule: string, { settings }: Terms): RuleSetting | undefined {
  return settings?.rules && Object.hasOwn(settings.rules, rule) ? settings.rules[rule] : undefined;
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
