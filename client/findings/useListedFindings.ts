import { useMemo, useRef } from "react";
import type { Organisation } from "../../shared/model/element.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { ownIdentity } from "../signin/meStore.ts";
import { useSnapshot } from "../sync/sessionContext.tsx";
import { aboutOrganisation, myOrganisation } from "./aboutMine.ts";
import { groupFindings, groupsBy, type ListGroup } from "./findingGroups.ts";
import { viewedFindings } from "./findingsView.ts";
import { useFindingsView } from "./findingsViewStore.ts";
import { subjectName } from "./subjectName.ts";

/** The findings as the list shows them now. */
export interface ListedFindings {
  /** What stands and is listed, under headings. */
  readonly groups: readonly ListGroup[];
  /** The accepted ones that are listed. */
  readonly accepted: readonly CheckedFinding[];
  /** What can be stepped through, in the order in which it is listed. */
  readonly steps: readonly CheckedFinding[];
  /** What has been chosen on the map by hand: what a finding has selected does not count. */
  readonly chosen: readonly string[];
  readonly own: Organisation | undefined;
}

/** Narrows and groups the findings as this person wants to see them. */
export function useListedFindings(findings: readonly CheckedFinding[]): ListedFindings {
  const snapshot = useSnapshot();
  const view = useFindingsView((state) => state.view);
  const picked = useFindingsView((state) => state.myOrganisation);
  const chosen = useChosenByHand();
  const own = useMemo(
    () => myOrganisation(snapshot, picked, ownIdentity()?.organisation ?? ""),
    [snapshot, picked],
  );
  return useMemo(() => {
    const ids = { selection: new Set(chosen), mine: aboutOrganisation(snapshot, own?.id) };
    const { open, accepted } = groupFindings(viewedFindings(findings, view, ids));
    const groups = groupsBy(view.grouping, open, (id) => subjectName(snapshot, id));
    const listed = groups.flatMap((group) => group.findings);
    return { groups, accepted, steps: listed.length > 0 ? listed : accepted, chosen, own };
  }, [snapshot, findings, view, chosen, own]);
}

function useChosenByHand(): readonly string[] {
  const selection = useCanvasStore((state) => state.selection);
  const isFromFinding = useCanvasStore((state) => state.highlight.length > 0);
  const chosen = useRef<readonly string[]>([]);
  if (!isFromFinding) chosen.current = selection;
  return chosen.current;
}
