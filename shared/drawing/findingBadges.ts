import { SEVERITIES, type Severity } from "../model/systemMap.ts";

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

/** What stands on one element or relation: a badge for each severity that occurs, the gravest first. The same badges are the same object. */
export type Badges = readonly BadgeCount[];

const known = new Map<string, Badges>();

/** The badges of every element or relation that open findings stand on: together they count each finding once. Accepted findings are not counted. */
export function findingBadges(findings: readonly BadgedFinding[]): ReadonlyMap<string, Badges> {
  const counts = new Map<string, Record<Severity, number>>();
  for (const { severity, subjects, accepted } of findings) {
    const [id] = subjects;
    if (id === undefined || accepted === true) continue;
    const count = counts.get(id) ?? { error: 0, warning: 0, info: 0 };
    counts.set(id, count);
    count[severity]++;
  }
  return new Map(Array.from(counts, ([id, count]) => [id, badgesFor(count)]));
}

function badgesFor(count: Readonly<Record<Severity, number>>): Badges {
  const key = SEVERITIES.map((severity) => count[severity]).join(" ");
  const badges =
    known.get(key) ??
    SEVERITIES.filter((severity) => count[severity] > 0).map((severity) => ({
      severity,
      count: count[severity],
    }));
  known.set(key, badges);
  return badges;
}

/** The severities that occur, the gravest first. */
export function severitiesOf(badges: ReadonlyMap<string, Badges>): Severity[] {
  const used = new Set([...badges.values()].flatMap((marks) => marks.map(({ severity }) => severity)));
  return SEVERITIES.filter((severity) => used.has(severity));
}
