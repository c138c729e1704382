import { type RefObject, useEffect, useId, useRef } from "react";
import { newId } from "../../shared/model/newId.ts";
import type { CheckedFinding, Fix } from "../../shared/rules/finding.ts";
import { reveal } from "../canvas/canvasStore.ts";
import { findingShown, usePanelStore } from "../panels/panelStore.ts";
import { useCanEdit, useFindings, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { acceptedNote } from "./acceptedNote.ts";
import { CountsBar } from "./CountsBar.tsx";
import { FindingCard } from "./FindingCard.tsx";
import styles from "./FindingsPanel.module.css";
import { groupFindings } from "./findingGroups.ts";
import { findingsAreForFacilitatorsOnly } from "./findingsAudience.ts";
import { rulesWord } from "./findingWords.ts";

/** What the rules say about the map: counts, what stands with its fixes, and what the room has accepted. */
export function FindingsPanel() {
  const { role } = useSession();
  const { map } = useSnapshot();
  const headingId = useId();
  const withheld = findingsAreForFacilitatorsOnly(map.settings, role);
  return (
    <section className={styles.panel} aria-labelledby={headingId}>
      <div className={styles.top}>
        <h2 id={headingId} className={styles.heading} tabIndex={-1}>
          Findings
        </h2>
        <span className={styles.rules}>{rulesWord(map.regime)}</span>
      </div>
      {withheld ? (
        <p className={styles.note}>
          The facilitator has chosen to see the findings alone. They are not shown to you.
        </p>
      ) : (
        <FindingList headingId={headingId} />
      )}
      <p className={styles.foot}>Not legal advice. A finding says what may be wrong on this drawing.</p>
    </section>
  );
}

function FindingList({ headingId }: { readonly headingId: string }) {
  const session = useSession();
  const { map } = useSnapshot();
  const canEdit = useCanEdit();
  const findings = useFindings();
  const { open, accepted, counts } = groupFindings(findings);
  const list = useRef<HTMLDivElement>(null);
  const rememberFix = useFocusAfterFix(list, headingId, open);
  useWantedFinding(list, findings);

  const fix = (finding: CheckedFinding, chosen: Fix) => {
    rememberFix(finding.key);
    session.perform(chosen.label, (editor) => chosen.apply(editor, newId));
  };
  const show = (finding: CheckedFinding) => reveal(finding.subjects);
  return (
    <div ref={list} className={styles.list}>
      <CountsBar counts={counts} />
      {!canEdit && open.some((finding) => finding.fixes.length > 0) && (
        <p className={styles.note}>
          You can read the findings. Fixes can be made by people who may edit this map.
        </p>
      )}
      {open.length === 0 && <p className={styles.empty}>Nothing found by the rules checked so far.</p>}
      {open.length > 0 && <h3 className={styles.hidden}>What was found</h3>}
      {open.map((finding) => (
        <FindingCard key={finding.key} finding={finding} onShow={show} onFix={canEdit ? fix : undefined} />
      ))}
      {accepted.length > 0 && <h3 className={styles.subheading}>Accepted by the room ({accepted.length})</h3>}
      {accepted.map((finding) => (
        <FindingCard
          key={finding.key}
          finding={finding}
          acceptedNote={acceptedNote(map.decisions ?? [], finding)}
          onShow={show}
          onFix={undefined}
        />
      ))}
    </div>
  );
}

/** When the fixed finding goes, its button takes the focus with it: give the focus to the next finding, or to the heading. */
function useFocusAfterFix(
  list: RefObject<HTMLElement | null>,
  headingId: string,
  open: readonly CheckedFinding[],
): (key: string) => void {
  const fixed = useRef<{ key: string; index: number }>(undefined);
  useEffect(() => {
    const waiting = fixed.current;
    if (waiting === undefined || open.some((finding) => finding.key === waiting.key)) return;
    fixed.current = undefined;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const next = open[Math.min(waiting.index, open.length - 1)];
    const target =
      next === undefined ? document.getElementById(headingId) : findingButton(list.current, next.key);
    target?.focus();
  }, [list, headingId, open]);
  return (key) => {
    fixed.current = { key, index: open.findIndex((finding) => finding.key === key) };
  };
}

/** Brings a finding that was asked for elsewhere into view and gives it the focus. */
function useWantedFinding(list: RefObject<HTMLElement | null>, findings: readonly CheckedFinding[]): void {
  const wanted = usePanelStore((state) => state.wantedFinding);
  useEffect(() => {
    if (wanted === undefined || !findings.some((finding) => finding.key === wanted)) return;
    const button = findingButton(list.current, wanted);
    button?.scrollIntoView({ block: "center" });
    button?.focus({ preventScroll: true });
    findingShown();
  }, [list, wanted, findings]);
}

function findingButton(list: HTMLElement | null, key: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(key)}"]`) ?? null;
}
