import { useDeferredValue, useMemo } from "react";
import { figuresOf } from "../../../shared/derived/figuresOf.ts";
import { MapView } from "../../../shared/rules/MapView.ts";
import { useSnapshot } from "../../sync/sessionContext.tsx";
import { Sentence } from "../Sentence.tsx";
import { FieldGroupSection } from "./FieldGroupSection.tsx";
import styles from "./Inspector.module.css";

/** What follows about an element or relation from what the map states, marked as derived, with what is missing for it. */
export function DerivedFigures({ id }: { readonly id: string }) {
  // Typing goes first: the sums may follow a moment later.
  const snapshot = useDeferredValue(useSnapshot());
  const figures = useMemo(() => {
    const record = snapshot.elementById.get(id) ?? snapshot.relationById.get(id);
    return record === undefined ? [] : figuresOf(record, new MapView(snapshot));
  }, [snapshot, id]);
  if (figures.length === 0) return null;
  return (
    <FieldGroupSection title="Derived from the map">
      <dl className={styles.facts}>
        {figures.map(({ id: key, label, value, how }) => (
          <div key={key} className={styles.fact}>
            <dt>{label}</dt>
            <dd>
              {value === undefined ? <span className={styles.figure}>Not known</span> : value}
              <span className={styles.kinds}>
                <Sentence text={how} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </FieldGroupSection>
  );
}
