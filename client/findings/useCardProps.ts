import { useCallback, useMemo } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { reveal, useCanvasStore } from "../canvas/canvasStore.ts";
import { useCanEdit, useCheckCount, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { decisionsAbout, todayHere } from "./decisionsAbout.ts";
import type { CardActions, FindingCardProps } from "./FindingCard.tsx";
import { openFindingDialog } from "./findingDialogs.ts";
import { setCurrentFinding, useFindingsView } from "./findingsViewStore.ts";
import { performWithUndo } from "./performWithUndo.ts";
import { useFix } from "./useFix.ts";

const NO_FIXES: CheckedFinding["fixes"] = [];

/** What a card is given with its finding. What has not changed is the same object, so that a card is not drawn again for nothing. */
export function useCardProps(): (finding: CheckedFinding) => FindingCardProps {
  const { map } = useSnapshot();
  useCheckCount();
  const canEdit = useCanEdit();
  const actions = useCardActions();
  const decisionAbout = useMemo(() => decisionsAbout(map.decisions ?? []), [map.decisions]);
  const highlight = useCanvasStore((state) => state.highlight);
  const current = useFindingsView((state) => state.current);
  const today = todayHere();
  const isOnMap = ({ subjects }: CheckedFinding) =>
    subjects.length === highlight.length && subjects.every((id, index) => id === highlight[index]);
  return (finding) => ({
    finding,
    actions,
    today,
    decision: decisionAbout(finding),
    isShown: finding.key === current && isOnMap(finding),
    // Asked for here and not on the card: a finding may be the same while its fixes follow the map.
    fixes: canEdit && finding.accepted !== true ? finding.fixes : NO_FIXES,
  });
}

function useCardActions(): CardActions {
  const session = useSession();
  const canEdit = useCanEdit();
  const fix = useFix();
  const show = useCallback((finding: CheckedFinding) => {
    setCurrentFinding(finding.key);
    reveal(finding.subjects);
  }, []);
  return useMemo<CardActions>(
    () => ({
      show,
      ...(canEdit && {
        edit: {
          ...fix,
          accept: ({ key }) => openFindingDialog({ kind: "accept", key }),
          withdraw: ({ title }, decision) =>
            performWithUndo(
              session,
              `Withdraw the acceptance of “${title}”`,
              (editor) => editor.withdraw(decision.rule, decision.subjects),
              `No longer accepted: ${title}`,
            ),
        },
      }),
      ...(session.role === "owner" && {
        setRule: ({ rule }) => openFindingDialog({ kind: "rules", rule }),
      }),
    }),
    [session, canEdit, fix, show],
  );
}
