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

/** The map as it was checked last. A finding outlives the edits that do not touch what it is about. */
export interface Newest {
  view: MapView;
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
  declare readonly ownSeverity?: Severity;
  declare readonly accepted?: true;
  readonly #rule: Omit<Rule, "check">;
  readonly #newest: Newest;
  #fixes: readonly Fix[] = noFixes;
  #fixesAreOf: MapView | undefined;

  constructor(
    rule: Omit<Rule, "check">,
    report: Report,
    subjects: readonly string[],
    asSet: AsSet,
    newest: Newest,
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
    if (this.severity !== report.severity) this.ownSeverity = report.severity;
    this.#rule = rule;
    this.#newest = newest;
    if (asSet.isAccepted(this)) this.accepted = true;
  }

  get key(): string {
    return decisionKey(this.rule, this.subjects);
  }

  /** A fix that cannot be worked out is not offered; the finding stands all the same. */
  get fixes(): readonly Fix[] {
    const { view } = this.#newest;
    if (this.#fixesAreOf !== view) {
      this.#fixesAreOf = view;
      try {
        this.#fixes = this.#rule.fixes?.(this, view) ?? noFixes;
      } catch {
        this.#fixes = noFixes;
      }
    }
    return this.#fixes;
  }
}
