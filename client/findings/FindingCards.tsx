import { Fragment, useMemo, useRef } from "react";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { Button } from "../ui/Button.tsx";
import { isReviewDue } from "./decisionsAbout.ts";
import { FindingCard, type FindingCardProps } from "./FindingCard.tsx";
import styles from "./FindingsPanel.module.css";
import { useCardProps } from "./useCardProps.ts";
import { useCardsDrawn } from "./useCardsDrawn.ts";
import { useWantedFinding } from "./useFindingSteps.ts";
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
  const list = useRef<HTMLDivElement>(null);
  const listed = useMemo(
    () => [...groups.flatMap((group) => group.findings), ...accepted],
    [groups, accepted],
  );
  const { count, showMore } = useCardsDrawn(listed);
  useWantedFinding(list, findings, listed);
  useFocusAfterLoss(list, headingId, listed);
  const propsOf = useCardProps();
  const drawn = new Set(listed.slice(0, count));
  const sections = [
    ...groups,
    {
      key: "accepted",
      heading: "Accepted by the room",
      findings: accepted,
      due: dueAmong(accepted, propsOf),
    },
  ];
  return (
    <div ref={list} className={styles.list}>
      {sections.map(({ key, heading, findings: all, ...more }) => {
        const some = all.filter((finding) => drawn.has(finding));
        const due = "due" in more && more.due > 0 ? `, ${more.due} to be looked at again` : "";
        return some.length === 0 ? null : (
          <Fragment key={key}>
            <h3 className={styles.subheading}>
              <bdi>{heading}</bdi> {`(${all.length}${due})`}
            </h3>
            <ul className={styles.cards}>
              {some.map((finding) => (
                // Two bodies that own each other have findings of the same key: who is told tells them apart.
                <li key={`${finding.key} ${finding.subjects[0]}`}>
                  <FindingCard {...propsOf(finding)} />
                </li>
              ))}
            </ul>
          </Fragment>
        );
      })}
      {count < listed.length && (
        <Button onPress={showMore}>Show more: {listed.length - count} are left</Button>
      )}
    </div>
  );
}

/** How many of the accepted findings the room wanted to look at again by a day that has passed. */
function dueAmong(
  accepted: readonly CheckedFinding[],
  propsOf: (finding: CheckedFinding) => FindingCardProps,
): number {
  return accepted.filter((finding) => {
    const { decision, today } = propsOf(finding);
    return decision !== undefined && isReviewDue(decision, today);
  }).length;
}
