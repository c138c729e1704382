import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { useFindings, useOfSnapshot, useSession } from "../sync/sessionContext.tsx";
import { findingsAreForFacilitatorsOnly } from "./findingsAudience.ts";

const NONE: readonly CheckedFinding[] = [];

/** The findings that this person is to see: none where the facilitator keeps them. */
export function useShownFindings(): readonly CheckedFinding[] {
  const { role } = useSession();
  const isWithheld = useOfSnapshot(({ map }) => findingsAreForFacilitatorsOnly(map.settings, role));
  const findings = useFindings();
  return isWithheld ? NONE : findings;
}
