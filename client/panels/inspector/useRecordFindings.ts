import { useMemo } from "react";
import { findingsAbout } from "../../findings/findingGroups.ts";
import { useShownFindings } from "../../findings/useShownFindings.ts";
import { type FindingsByField, findingsByField } from "./findingFields.ts";

/** What the rules say about a record to this person: at its fields, and besides. Where the fields cannot be edited, all of it besides. */
export function useRecordFindings(id: string, type: string, isEdited: boolean): FindingsByField {
  const shown = useShownFindings();
  return useMemo(() => {
    const findings = findingsAbout(shown, id);
    return isEdited ? findingsByField(findings, type) : { atField: new Map(), others: findings };
  }, [shown, id, type, isEdited]);
}
