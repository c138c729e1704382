import { useState } from "react";
import { isNoDifference, type MapDifference, mapDifference } from "../../shared/document/mapDifference.ts";
import type { Snapshot } from "../../shared/document/snapshot.ts";
import { performWithUndo } from "../findings/performWithUndo.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { LiveSession, useCanEdit, useConnection, useSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import parts from "../ui/dialogParts.module.css";
import styles from "./dialogs.module.css";
import { differenceParts, type NamedDifference, restoreSentences } from "./differenceWords.ts";
import { endLook, type Look } from "./lookStore.ts";
import { momentWords } from "./momentWords.ts";
import { useDifferenceSince } from "./useDifference.ts";

interface RestoreProps {
  readonly look: Look;
  readonly onClose: () => void;
}

/** Says what putting the map back to a moment changes, and does it as one step that everybody sees and that can be undone. */
export function RestoreDialog({ look, onClose }: RestoreProps) {
  const [title] = useState(`Restore the map as it was on ${momentWords(new Date(look.moment.at))}?`);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <LiveSession>
        <Question look={look} onClose={onClose} />
      </LiveSession>
    </Dialog>
  );
}

function Question({ look, onClose }: RestoreProps) {
  const session = useSession();
  const canEdit = useCanEdit();
  const connection = useConnection();
  const { then, now } = useDifferenceSince(look.map);
  const difference = mapDifference(now.map, look.map);
  if (isNoDifference(difference))
    return (
      <div className={parts.stack}>
        <p>The map is like that now. There is nothing to restore.</p>
        <div className={parts.actions}>
          <Button variant="primary" onPress={onClose}>
            Close
          </Button>
        </div>
      </div>
    );
  const isOffline = connection.kind === "offline" || connection.kind === "reconnecting";
  return (
    <div className={parts.stack}>
      <p>Everybody in the map sees this at once. It is one step, and you can undo it.</p>
      <Effects difference={difference} now={now} then={then} />
      {isOffline && (
        <p className={parts.warning}>
          There is no connection now: it is done here, and the others see it once this tab is connected again.
        </p>
      )}
      {!canEdit && <p className={parts.warning}>The map cannot be changed from this tab any more.</p>}
      <div className={parts.actions}>
        <Button onPress={onClose}>Cancel</Button>
        <Button
          variant="primary"
          isDisabled={!canEdit}
          onPress={() => {
            onClose();
            restore(session, look);
          }}
        >
          Restore the map
        </Button>
      </div>
    </div>
  );
}

function restore(session: MapSession, { map, moment }: Look): void {
  const when = momentWords(new Date(moment.at));
  endLook();
  performWithUndo(
    session,
    `Restore the map as it was on ${when}`,
    (editor) => editor.restore(map, { moment: moment.moment, at: moment.at }),
    `The map is as it was on ${when}.`,
  );
}

function Effects({
  difference,
  now,
  then,
}: {
  readonly difference: MapDifference;
  readonly now: Snapshot;
  readonly then: Snapshot;
}) {
  const { added, gone, changed } = differenceParts(difference, now, then);
  const names: readonly (readonly [string, readonly NamedDifference[]])[] = [
    ["What comes back", added],
    ["What is removed", gone],
    ["What changes back", changed],
  ];
  return (
    <>
      <ul className={styles.effects}>
        {restoreSentences(difference).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className={styles.effects}>
        {names
          .filter(([, list]) => list.length > 0)
          .map(([title, list]) => (
            <details key={title}>
              <summary>{title}</summary>
              <ul className={styles.names}>
                {list.map(({ id, name }) => (
                  <li key={id}>
                    <bdi>{name}</bdi>
                  </li>
                ))}
              </ul>
            </details>
          ))}
      </div>
    </>
  );
}
