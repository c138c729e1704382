import { Fragment, useCallback, useMemo, useRef } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { reveal, useCanvasStore } from "../canvas/canvasStore.ts";
import { useCanEdit, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { decisionsAbout, isReviewDue, todayHere } from "./decisionsAbout.ts";
import { type CardActions, FindingCard } from "./FindingCard.tsx";
import styles from "./FindingsPanel.module.css";
import { openFindingDialog } from "./findingDialogs.ts";
import { setCurrentFinding, useFindingsView } from "./findingsViewStore.ts";
import { performWithUndo } from "./performWithUndo.ts";
import { useCardsDrawn } from "./useCardsDrawn.ts";
import { useWantedFinding } from "./useFindingSteps.ts";
import { useFix } from "./useFix.ts";
import { useFocusAfterLoss } from "./useFocusAfterLoss.ts";
import type { ListedFindings } from "./useListedFindings.ts";

/** The cards of the findings that are listed, under their headings: what stands, then what the room has accepted. */
export function FindingCards({
  listed: { groups, accepted },
  findings,
  headingId,
}: {
  readonly listed: ListedFindings;
  readonly findings: readonly CheckedFinding[];
  /** Gets the focus when the last card goes. */
  readonly headingId: string;
}) {
  const { map } = useSnapshot();
  const list = useRef<HTMLDivElement>(null);
  const listed = useMemo(
    () => [...groups.flatMap((group) => group.findings), ...accepted],
    [groups, accepted],
  );
  const { count, showMore } = useCardsDrawn(listed);
  useWantedFinding(list, findings, listed);
  useFocusAfterLoss(list, headingId, listed);
  const cards = useCardProps();
  const drawn = new Set(listed.slice(0, count));
  const today = todayHere();
  const decisionAbout = useMemo(() => decisionsAbout(map.decisions ?? []), [map.decisions]);
  const due = accepted.filter((finding) => {
    const decision = decisionAbout(finding);
    return decision !== undefined && isReviewDue(decision, today);
  }).length;
  const cardsOf = (some: readonly CheckedFinding[]) => (
    <ul className={styles.cards}>
      {some.map((finding) => (
        <li key={finding.key}>
          <FindingCard
            finding={finding}
            today={today}
            decision={decisionAbout(finding)}
            {...cards(finding)}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <div ref={list} className={styles.list}>
      {groups.map(({ key, heading, findings: all }) => {
        const some = all.filter((finding) => drawn.has(finding));
        return some.length === 0 ? null : (
          <Fragment key={key}>
            <h3 className={styles.subheading}>
              <bdi>{heading}</bdi> ({all.length})
            </h3>
            {cardsOf(some)}
          </Fragment>
        );
      })}
      {accepted.some((finding) => drawn.has(finding)) && (
        <>
          <h3 className={styles.subheading}>
            Accepted by the room ({accepted.length}
            {due > 0 && `, ${due} to be looked at again`})
          </h3>
          {cardsOf(accepted.filter((finding) => drawn.has(finding)))}
        </>
      )}
      {count < listed.length && (
        <Button onPress={showMore}>Show more: {listed.length - count} are left</Button>
      )}
    </div>
  );
}

/** What every card is given besides its finding; what has not changed is the same, so that a card is not drawn again for nothing. */
function useCardProps() {
  const session = useSession();
  const canEdit = useCanEdit();
  const fix = useFix();
  const highlight = useCanvasStore((state) => state.highlight);
  const current = useFindingsView((state) => state.current);
  const show = useCallback((finding: CheckedFinding) => {
    setCurrentFinding(finding.key);
    reveal(finding.subjects);
  }, []);
  const actions = useMemo<CardActions>(
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
  const isOnMap = ({ subjects }: CheckedFinding) =>
    subjects.length === highlight.length && subjects.every((id, index) => id === highlight[index]);
  return (finding: CheckedFinding) => ({
    actions,
    isShown: finding.key === current && isOnMap(finding),
    // Asked for here and not on the card: a finding may be the same while its fixes follow the map.
    fixes: canEdit && finding.accepted !== true ? finding.fixes : NO_FIXES,
  });
}

const NO_FIXES: CheckedFinding["fixes"] = [];
