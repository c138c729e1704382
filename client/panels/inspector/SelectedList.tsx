import { useSnapshot } from "../../sync/sessionContext.tsx";
import { Sentence } from "../Sentence.tsx";
import { relationSentence } from "./connections.ts";
import { elementName } from "./elementName.ts";
import { followLink } from "./followLink.ts";
import styles from "./Inspector.module.css";

const mostListed = 30;

/** What is selected, by name; choosing one selects that one alone. */
export function SelectedList({ ids }: { readonly ids: readonly string[] }) {
  const snapshot = useSnapshot();
  const nameOf = (id: string) => {
    const element = snapshot.elementById.get(id);
    const relation = snapshot.relationById.get(id);
    if (element !== undefined) return elementName(element);
    return relation === undefined ? "" : relationSentence(snapshot, relation);
  };
  return (
    <>
      <ul className={styles.links} aria-label="What is selected">
        {ids.slice(0, mostListed).map((id) => (
          <li key={id}>
            <button type="button" className={styles.link} onClick={() => followLink([id])}>
              <Sentence text={nameOf(id)} />
            </button>
          </li>
        ))}
      </ul>
      {ids.length > mostListed && <p className={styles.quiet}>And {ids.length - mostListed} more.</p>}
    </>
  );
}
