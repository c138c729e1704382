import { useMemo } from "react";
import { formatMoney } from "../../../shared/model/money.ts";
import { useCanEdit, useSnapshot } from "../../sync/sessionContext.tsx";
import { CountList } from "./CountList.tsx";
import { countsInWords } from "./countsInWords.ts";
import { FieldGroupSection } from "./FieldGroupSection.tsx";
import styles from "./Inspector.module.css";
import { InspectorHeading } from "./InspectorHeading.tsx";
import { MapFields } from "./MapFields.tsx";
import { statedMoney } from "./statedMoney.ts";

/** The map itself: shown where nothing is selected. */
export function MapDetails() {
  const snapshot = useSnapshot();
  const canEdit = useCanEdit();
  const { map } = snapshot;
  const sums = useMemo(() => statedMoney(snapshot), [snapshot]);
  const isEmpty = map.elements.length === 0;
  return (
    <>
      <InspectorHeading kicker="This map">
        <bdi>{map.title.trim() === "" ? "Untitled map" : map.title}</bdi>
      </InspectorHeading>
      <p className={styles.quiet}>
        Choose a card or a line on the map to see {canEdit ? "and edit " : ""}what is stated about it.
      </p>
      <MapFields canEdit={canEdit} />
      <FieldGroupSection title="On the map">
        {isEmpty ? (
          <p className={styles.quiet}>Nothing has been drawn yet.</p>
        ) : (
          <CountList
            lines={countsInWords(snapshot, [...snapshot.elementById.keys(), ...snapshot.relationById.keys()])}
          />
        )}
      </FieldGroupSection>
      {sums.length > 0 && (
        <FieldGroupSection title="Money stated">
          <dl className={styles.facts}>
            {sums.map(({ label, annualPounds, stated, all }) => (
              <div key={label} className={styles.fact}>
                <dt>{label}</dt>
                <dd>
                  {stated === 0 ? "Not stated" : `${formatMoney(annualPounds)} a year`}
                  <span className={styles.kinds}>
                    stated for {stated} of {all}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </FieldGroupSection>
      )}
    </>
  );
}
