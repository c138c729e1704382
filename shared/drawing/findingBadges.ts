import { SEVERITIES, type Severity } from "../model/systemMap.ts";

/** What a badge needs to know of a finding. */
export interface BadgedFinding {
  readonly severity: Severity;
  /** Ids; the first is the one the finding stands on. */
  readonly subjects: readonly string[];
  readonly accepted?: boolean;
}

/** What a badge stands for: open findings by how bad they are, or those that the room has looked at and accepted. */
export type BadgeKind = Severity | "accepted";

const KINDS: readonly BadgeKind[] = [...SEVERITIES, "accepted"];

export interface BadgeCount {
  readonly kind: BadgeKind;
  readonly count: number;
}

/** What stands on one element or relation: a badge for each severity that occurs, the gravest first, and last a quiet one for what is accepted. The same badges are the same object. */
export type Badges = readonly BadgeCount[];

const known = new Map<string, Badges>();

/** The badges of every element or relation that findings stand on: together they count each finding once. */
export function findingBadges(findings: readonly BadgedFinding[]): ReadonlyMap<string, Badges> {
  const counts = new Map<string, Record<BadgeKind, number>>();
  for (const { severity, subjects, accepted } of findings) {
    const [id] = subjects;
    if (id === undefined) continue;
    const count = counts.get(id) ?? { error: 0, warning: 0, info: 0, accepted: 0 };
    counts.set(id, count);
    count[accepted === true ? "accepted" : severity]++;
  }
  return new Map(Array.from(counts, ([id, count]) => [id, badgesFor(count)]));
}

function badgesFor(count: Readonly<Record<BadgeKind, number>>): Badges {
  const key = KINDS.map((kind) => count[kind]).join(" ");
  const badges =
    known.get(key) ?? KINDS.filter((kind) => count[kind] > 0).map((kind) => ({ kind, count: count[kind] }));
  known.set(key, badges);
  return badges;
}

/** The kinds of badges that occur, the gravest first. */
export function badgeKindsOf(badges: ReadonlyMap<string, Badges>): BadgeKind[] {
  const used = new Set([...badges.values()].flatMap((marks) => marks.map(({ kind }) => kind)));
  return KINDS.filter((kind) => used.has(kind));
}
