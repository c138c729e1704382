import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { useFindings, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { findingsAreForFacilitatorsOnly } from "./findingsAudience.ts";

const NONE: readonly CheckedFinding[] = [];

/** The findings that this person is to see: none where the facilitator keeps them. */
export function useShownFindings(): readonly CheckedFinding[] {
  const { role } = useSession();
  const { settings } = useSnapshot().map;
  const findings = useFindings();
  return findingsAreForFacilitatorsOnly(settings, role) ? NONE : findings;
}
