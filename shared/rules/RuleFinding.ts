import { decisionKey } from "../document/decisionKey.ts";
import type { Severity } from "../model/systemMap.ts";
import type { Basis, CheckedFinding, Finding, Fix } from "./finding.ts";
import type { MapView } from "./MapView.ts";
import type { Report, Rule } from "./rule.ts";

const noFixes: readonly Fix[] = [];
const noFacts: CheckedFinding["facts"] = {};

/** What the map itself says about the findings of a rule. */
export interface AsSet {
  /** The severity of every finding of the rule; undefined: as the rule says. */
  readonly severity: Severity | undefined;
  readonly isAccepted: (finding: Finding) => boolean;
}

/**
 * What a rule has found. Its key and its fixes are worked out when they are asked for, because a large map has thousands
 * of findings of which few are looked at; a spread copy (`{ ...finding }`) lacks both.
 */
export class RuleFinding implements CheckedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly basis: Basis;
  readonly subjects: readonly string[];
  readonly message: string;
  readonly title: string;
  readonly why: string;
  readonly sources: readonly string[];
  readonly facts: CheckedFinding["facts"];
  declare readonly precedent?: string;
  declare readonly accepted?: true;
  readonly #rule: Omit<Rule, "check">;
  readonly #view: MapView;
  #fixes: readonly Fix[] | undefined;

  constructor(
    rule: Omit<Rule, "check">,
    report: Report,
    subjects: readonly string[],
    asSet: AsSet,
    view: MapView,
  ) {
    this.rule = rule.id;
    this.severity = asSet.severity ?? report.severity;
    this.basis = report.basis ?? rule.basis;
    this.subjects = subjects;
    this.message = report.message;
    this.title = rule.title;
    this.why = rule.why;
    this.sources = rule.sources;
    this.facts = report.facts ?? noFacts;
    if (rule.precedent !== undefined) this.precedent = rule.precedent;
    this.#rule = rule;
    this.#view = view;
    if (asSet.isAccepted(this)) this.accepted = true;
  }

  get key(): string {
    return decisionKey(this.rule, this.subjects);
  }

  /** A fix that cannot be worked out is not offered; the finding stands all the same. */
  get fixes(): readonly Fix[] {
    if (!this.#fixes) {
      try {
        this.#fixes = this.#rule.fixes?.(this, this.#view) ?? noFixes;
      } catch {
        this.#fixes = noFixes;
      }
    }
    return this.#fixes;
  }
}
