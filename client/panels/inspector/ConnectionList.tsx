import type { MapElement } from "../../../shared/model/element.ts";
import { useSnapshot } from "../../sync/sessionContext.tsx";
import { connectionsOf } from "./connections.ts";
import { FieldGroupSection } from "./FieldGroupSection.tsx";
import { followLink } from "./followLink.ts";
import styles from "./Inspector.module.css";

/** The relations of an element; choosing one selects it. */
export function ConnectionList({ element }: { readonly element: MapElement }) {
  const snapshot = useSnapshot();
  const connections = connectionsOf(snapshot, element.id);
  if (element.type === "place" || element.type === "note") return null;
  return (
    <FieldGroupSection title="Connections">
      {connections.length === 0 && <p className={styles.quiet}>Not connected to anything yet.</p>}
      <ul className={styles.links}>
        {connections.map(({ relation, phrase, otherName, figure }) => (
          <li key={relation.id}>
            <button type="button" className={styles.link} onClick={() => followLink([relation.id])}>
              <span className={styles.verb}>{phrase}</span> <bdi>{otherName}</bdi>
              {figure !== undefined && <span className={styles.figure}> · {figure}</span>}
              {relation.proposed === true && <span className={styles.figure}> · proposed</span>}
            </button>
          </li>
        ))}
      </ul>
    </FieldGroupSection>
  );
}
