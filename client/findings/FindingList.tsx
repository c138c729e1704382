import { useMemo } from "react";
import { useCanEdit, useCheckCount, useSnapshot } from "../sync/sessionContext.tsx";
import { CountsBar } from "./CountsBar.tsx";
import { FindingCards } from "./FindingCards.tsx";
import styles from "./FindingsPanel.module.css";
import { FindingsToolbar } from "./FindingsToolbar.tsx";
import { groupFindings } from "./findingGroups.ts";
import { useFindingsView } from "./findingsViewStore.ts";
import { narrowedWords } from "./narrowedWords.ts";
import { useFindingSteps } from "./useFindingSteps.ts";
import { type ListedFindings, useListedFindings } from "./useListedFindings.ts";
import { useStandingFindings } from "./useStandingFindings.ts";

/** The counts of the whole map, the way through the findings, and their cards. */
export function FindingList({ headingId }: { readonly headingId: string }) {
  const canEdit = useCanEdit();
  const { map } = useSnapshot();
  const findings = useStandingFindings();
  const isChecked = useCheckCount() > 0;
  const grouping = useFindingsView((state) => state.view.grouping);
  const listed = useListedFindings(findings);
  const { counts, open } = useMemo(() => groupFindings(findings), [findings]);
  useFindingSteps(listed.steps);
  return (
    <div className={styles.list}>
      {isChecked && <CountsBar counts={counts} />}
      {findings.length > 0 && <Toolbar listed={listed} />}
      {!canEdit && open.length > 0 && (
        <p className={styles.note}>
          You can read the findings. People who may edit this map can mend and accept them.
        </p>
      )}
      {open.length === 0 && (
        <p className={styles.empty}>
          {isChecked
            ? nothingWords(map.elements.length, findings.length)
            : "The rules are looking at the map …"}
        </p>
      )}
      {/* Under other headings every card is another: anew, the first of them are there at once. */}
      <FindingCards key={grouping} listed={listed} findings={findings} headingId={headingId} />
    </div>
  );
}

/** Why nothing stands. */
function nothingWords(drawn: number, accepted: number): string {
  if (drawn === 0)
    return "Nothing is drawn yet. As the map grows, what is wrong with it appears here by itself.";
  return accepted === 0 ? "The rules find nothing on this map." : "The room has accepted all that was found.";
}

function Toolbar({ listed }: { readonly listed: ListedFindings }) {
  const { map } = useSnapshot();
  const findings = useStandingFindings();
  const view = useFindingsView((state) => state.view);
  const current = useFindingsView((state) => state.current);
  const { steps, groups, accepted, chosen, own } = listed;
  const organisations = useMemo(
    () => map.elements.filter((element) => element.type === "organisation"),
    [map.elements],
  );
  const rules = useMemo(() => {
    const titles = new Map(findings.map(({ rule, title }) => [rule, title]));
    return [...titles].map(([id, title]) => ({ id, title }));
  }, [findings]);
  return (
    <FindingsToolbar
      place={steps.findIndex(({ key }) => key === current) + 1}
      count={steps.length}
      narrowedWords={narrowedWords(view, {
        shown: groups.reduce((sum, group) => sum + group.findings.length, accepted.length),
        all: findings.length,
        ruleTitle: rules.find(({ id }) => id === view.rule)?.title,
        hasChosen: chosen.length > 0,
        ownName: own?.name.trim(),
      })}
      rules={rules}
      organisations={organisations}
      own={own}
    />
  );
}
