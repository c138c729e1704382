import type { Severity } from "../model/systemMap.ts";

/** What a badge needs to know of a finding. */
export interface BadgedFinding {
  readonly severity: Severity;
  /** Ids; the first is the one the finding stands on. */
  readonly subjects: readonly string[];
  readonly accepted?: boolean;
}

export interface BadgeCount {
  readonly severity: Severity;
  readonly count: number;
}

const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** For every element or relation that open findings stand on: the gravest severity, and how many findings of it. Accepted findings are not counted. */
export function findingBadges(findings: readonly BadgedFinding[]): ReadonlyMap<string, BadgeCount> {
  const badges = new Map<string, BadgeCount>();
  for (const { severity, subjects, accepted } of findings) {
    const [id] = subjects;
    if (id === undefined || accepted === true) continue;
    const known = badges.get(id);
    if (known === undefined || ORDER.indexOf(severity) < ORDER.indexOf(known.severity))
      badges.set(id, { severity, count: 1 });
    else if (known.severity === severity) badges.set(id, { severity, count: known.count + 1 });
  }
  return badges;
}

/** The severities that occur, the gravest first. */
export function severitiesOf(badges: ReadonlyMap<string, BadgeCount>): Severity[] {
  const used = new Set([...badges.values()].map(({ severity }) => severity));
  return ORDER.filter((severity) => used.has(severity));
}
