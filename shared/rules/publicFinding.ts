import type { PublicFinding } from "./finding.ts";

/** Leaves exactly the public fields of a finding, in the order of the map format. */
export function publicFinding(finding: PublicFinding): PublicFinding {
  const { rule, severity, basis, subjects, message } = finding;
  return { rule, severity, basis, subjects, message, ...(finding.accepted ? { accepted: true } : {}) };
}
