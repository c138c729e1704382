import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { useOfSnapshot, useSession } from "../sync/sessionContext.tsx";
import { findingsAreForFacilitatorsOnly } from "./findingsAudience.ts";
import { useStandingFindings } from "./useStandingFindings.ts";

const NONE: readonly CheckedFinding[] = [];

/** The findings that this person is to see: none where the facilitator keeps them. */
export function useShownFindings(): readonly CheckedFinding[] {
  const { role } = useSession();
  const isWithheld = useOfSnapshot(({ map }) => findingsAreForFacilitatorsOnly(map.settings, role));
  const findings = useStandingFindings();
  return isWithheld ? NONE : findings;
}
