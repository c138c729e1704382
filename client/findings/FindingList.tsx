import { useDeferredValue, useRef } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { reveal, useCanvasStore } from "../canvas/canvasStore.ts";
import { useCanEdit, useFindings, useSnapshot } from "../sync/sessionContext.tsx";
import spoken from "../ui/spoken.module.css";
import { acceptedNote } from "./acceptedNote.ts";
import { CountsBar } from "./CountsBar.tsx";
import { FindingCard } from "./FindingCard.tsx";
import styles from "./FindingsPanel.module.css";
import { groupFindings } from "./findingGroups.ts";
import { useFix } from "./useFix.ts";
import { useFocusAfterFix } from "./useFocusAfterFix.ts";
import { useWantedFinding } from "./useWantedFinding.ts";

/** More than fill the tallest screen; the rest of a long list is drawn after these are on screen, in slices. */
const cardsAtOnce = 40;

/** The counts and the cards: what stands, then what the room has accepted. */
export function FindingList({ headingId }: { readonly headingId: string }) {
  const { map } = useSnapshot();
  const canEdit = useCanEdit();
  const findings = useFindings();
  const highlight = useCanvasStore((state) => state.highlight);
  const isShown = ({ subjects }: CheckedFinding) =>
    subjects.length === highlight.length && subjects.every((id, index) => id === highlight[index]);
  const { open, accepted, counts } = groupFindings(findings);
  const list = useRef<HTMLDivElement>(null);
  const rememberFix = useFocusAfterFix(list, headingId, open);
  const fix = useFix(findings, rememberFix);
  const showsAll = useDeferredValue(open.length > cardsAtOnce, false);
  useWantedFinding(list, findings, showsAll);
  return (
    <div ref={list} className={styles.list}>
      <CountsBar counts={counts} />
      {!canEdit && open.some((finding) => finding.fixes.length > 0) && (
        <p className={styles.note}>
          You can read the findings. Fixes can be made by people who may edit this map.
        </p>
      )}
      {open.length === 0 && <p className={styles.empty}>Nothing found by the rules checked so far.</p>}
      {open.length > 0 && <h3 className={spoken.only}>What was found</h3>}
      {(showsAll ? open : open.slice(0, cardsAtOnce)).map((finding) => (
        <FindingCard
          key={finding.key}
          finding={finding}
          isShown={isShown(finding)}
          onShow={show}
          onFix={canEdit ? fix : undefined}
        />
      ))}
      {accepted.length > 0 && <h3 className={styles.subheading}>Accepted by the room ({accepted.length})</h3>}
      {accepted.map((finding) => (
        <FindingCard
          key={finding.key}
          finding={finding}
          isShown={isShown(finding)}
          acceptedNote={acceptedNote(map.decisions ?? [], finding)}
          onShow={show}
          onFix={undefined}
        />
      ))}
    </div>
  );
}

function show(finding: CheckedFinding): void {
  reveal(finding.subjects);
}
