import { useCallback, useMemo } from "react";
import { newId } from "../../shared/model/newId.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { type FixPreview, previewFix } from "../../shared/rules/previewFix.ts";
import { useCanvasStore } from "../canvas/canvasStore.ts";
import { useLatestFindings, useSession } from "../sync/sessionContext.tsx";
import { showToast } from "../ui/toasts.ts";
import { performWatched } from "./performWithUndo.ts";
import { whyNotFixed } from "./whyNotFixed.ts";

/** What a card can do with its fixes. It stays the same object: a card is drawn anew when it is another. */
export interface FixActions {
  /** What a fix would do to the map as it is now; undefined where it is not offered any more. */
  readonly preview: (finding: CheckedFinding, fixId: string) => FixPreview | undefined;
  /** Applies a fix as one step, and offers to take it back. */
  readonly apply: (finding: CheckedFinding, fixId: string) => void;
}

/** Works with the fixes of the newest check: a card may show an older finding that looks the same. */
export function useFix(): FixActions {
  const session = useSession();
  const latestFindings = useLatestFindings();
  const look = useCallback(
    ({ key }: CheckedFinding, fixId: string) => {
      const fix = latestFindings()
        .find((each) => each.key === key)
        ?.fixes.find(({ id }) => id === fixId);
      return fix && { fix, preview: previewFix(fix, session.snapshots.get()) };
    },
    [session, latestFindings],
  );
  const preview = useCallback(
    (finding: CheckedFinding, fixId: string) => look(finding, fixId)?.preview,
    [look],
  );
  const apply = useCallback(
    (finding: CheckedFinding, fixId: string) => {
      const found = look(finding, fixId);
      if (found?.preview.isPossible !== true) {
        showToast(whyNotFixed(session.snapshots.get(), finding));
        return;
      }
      const added: string[] = [];
      const collectId = () => {
        const id = newId();
        added.push(id);
        return id;
      };
      const isDone = performWatched(
        session,
        found.fix.label,
        (editor) => found.fix.apply(editor, collectId),
        `Done: ${found.fix.label}`,
      );
      const cards = added.filter((id) => session.snapshots.get().elementById.has(id));
      if (isDone && cards.length > 0) useCanvasStore.getState().viewport?.bringIntoView(cards);
    },
    [session, look],
  );
  return useMemo(() => ({ preview, apply }), [preview, apply]);
}
