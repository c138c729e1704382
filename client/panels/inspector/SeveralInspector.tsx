import { useMemo } from "react";
import { useCanEdit, useSnapshot } from "../../sync/sessionContext.tsx";
import { CountList } from "./CountList.tsx";
import { together } from "./commonFields.ts";
import { countsInWords } from "./countsInWords.ts";
import { DeleteButton } from "./DeleteButton.tsx";
import { ExplainButton } from "./ExplainButton.tsx";
import { FieldGroupSection } from "./FieldGroupSection.tsx";
import { followLink } from "./followLink.ts";
import styles from "./Inspector.module.css";
import { InspectorHeading } from "./InspectorHeading.tsx";
import { SelectedList } from "./SelectedList.tsx";
import { SeveralActions } from "./SeveralActions.tsx";
import { SeveralFields } from "./SeveralFields.tsx";

/** What is selected where it is more than one thing, and the fields that all of it has, to be edited together. */
export function SeveralInspector({ ids }: { readonly ids: readonly string[] }) {
  const snapshot = useSnapshot();
  const canEdit = useCanEdit();
  const common = useMemo(() => together(snapshot, ids), [snapshot, ids]);
  const { records, lockedCount } = common;
  return (
    <>
      <InspectorHeading kicker="Selection" aside={canEdit && <ExplainButton />}>
        {ids.length} selected
      </InspectorHeading>
      <CountList lines={countsInWords(snapshot, ids)} onSelectOnly={followLink} />
      {canEdit && <SeveralActions />}
      {canEdit && lockedCount > 0 && (
        <p className={styles.quiet}>
          {lockedCount === 1 ? "1 locked card stays" : `${lockedCount} locked cards stay`} as{" "}
          {lockedCount === 1 ? "it is" : "they are"}.
        </p>
      )}
      {canEdit && records.length > 0 && <SeveralFields common={common} />}
      <FieldGroupSection title="What is selected">
        <SelectedList ids={ids} />
      </FieldGroupSection>
      {canEdit && records.length > 0 && (
        <DeleteButton ids={records.map(({ id }) => id)} what={`these ${records.length}`} />
      )}
    </>
  );
}
