import { useMemo } from "react";
import { fieldWord } from "../../../shared/model/words.ts";
import { useCanEdit, useSession, useSnapshot } from "../../sync/sessionContext.tsx";
import { Sentence } from "../Sentence.tsx";
import { relationSentence } from "./connections.ts";
import { useDraftStore } from "./draftStore.ts";
import { elementName } from "./elementName.ts";
import { followLink } from "./followLink.ts";
import styles from "./Inspector.module.css";
import { type KeptDraft, keptDrafts } from "./keptDrafts.ts";
import { LostDrafts } from "./LostDrafts.tsx";

/** What this person has typed and not saved where no box shows it: for what somebody has deleted, and for what is not chosen now. */
export function KeptDraftsNotice({ shownId }: { readonly shownId: string | undefined }) {
  const session = useSession();
  const snapshot = useSnapshot();
  const canEdit = useCanEdit();
  const drafts = useDraftStore((state) => state.drafts);
  const { lost, elsewhere } = useMemo(
    () => keptDrafts(drafts, session.id, snapshot, shownId),
    [drafts, session.id, snapshot, shownId],
  );
  // Before the map is there nothing is known to be lost.
  if (snapshot.schemaVersion === 0) return null;
  return (
    <>
      {[...lost].map(([id, texts]) => (
        <LostDrafts key={id} id={id} texts={texts} />
      ))}
      {canEdit && elsewhere.size > 0 && <Elsewhere drafts={elsewhere} />}
    </>
  );
}

function Elsewhere({ drafts }: { readonly drafts: ReadonlyMap<string, readonly KeptDraft[]> }) {
  const snapshot = useSnapshot();
  const nameOf = (id: string) => {
    const element = snapshot.elementById.get(id);
    const relation = snapshot.relationById.get(id);
    if (element !== undefined) return elementName(element);
    return relation === undefined ? "" : relationSentence(snapshot, relation);
  };
  return (
    <section className={styles.kept} aria-label="Typed and not saved">
      <p>Typed and not saved:</p>
      <ul className={styles.links}>
        {[...drafts].map(([id, texts]) => (
          <li key={id}>
            <button type="button" className={styles.link} onClick={() => followLink([id])}>
              <Sentence text={nameOf(id)} />
              <span className={styles.figure}>
                {" "}
                · {[...new Set(texts.map(({ field }) => fieldWord(field)))].join(", ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
