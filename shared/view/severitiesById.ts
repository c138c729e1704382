import type { Severity } from "../model/systemMap.ts";

/** What of a finding says whom it is about, and how grave it is. */
export interface SeverityFinding {
  readonly severity: Severity;
  readonly subjects: readonly string[];
  readonly accepted?: true;
}

/** The severities of the findings about each element or relation that nobody has accepted. */
export function severitiesById(
  findings: readonly SeverityFinding[],
): ReadonlyMap<string, ReadonlySet<Severity>> {
  const severities = new Map<string, Set<Severity>>();
  for (const { severity, subjects, accepted } of findings) {
    if (accepted === true) continue;
    for (const id of subjects) {
      const known = severities.get(id);
      if (known) known.add(severity);
      else severities.set(id, new Set([severity]));
    }
  }
  return severities;
}
