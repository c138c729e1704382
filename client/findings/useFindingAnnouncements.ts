import { useEffect, useState } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { announce } from "../panels/panelStore.ts";
import { FindingAnnouncer } from "./FindingAnnouncer.ts";
import { groupFindings } from "./findingGroups.ts";

/** Says politely when findings come or go; `listening` is false as long as there is no map, or the findings are not for this person. */
export function useFindingAnnouncements(findings: readonly CheckedFinding[], listening: boolean): void {
  const [announcer] = useState(() => new FindingAnnouncer(announce));
  useEffect(() => () => announcer.pause(), [announcer]);
  useEffect(() => {
    if (!listening) return;
    // What was said last stays where a screen reader can read it again: not for whom the findings are no more.
    return () => announce("");
  }, [listening]);
  useEffect(() => {
    if (!listening) {
      announcer.pause();
      return;
    }
    const { open, accepted } = groupFindings(findings);
    const keysOf = (some: readonly CheckedFinding[]) => new Set(some.map(({ key }) => key));
    announcer.update({ open: keysOf(open), accepted: keysOf(accepted) });
  }, [announcer, findings, listening]);
}
