import { useState } from "react";
import { useConnection, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { changesWords, endedWords } from "./connectionWords.ts";
import styles from "./dialogs.module.css";
import { downloadMapFile } from "./exportActions.ts";

/** For a session that ends while the map is on the screen: what has happened, and what can be saved. */
export function EndedDialog() {
  const state = useConnection();
  const snapshot = useSnapshot();
  const [isClosed, setIsClosed] = useState(false);
  if (state.kind !== "ended") return null;
  const { title, advice } = endedWords(state.reason);
  return (
    <Dialog title={title} isOpen={!isClosed} onClose={() => setIsClosed(true)} role="alertdialog">
      <div className={styles.stack}>
        <p>{advice}</p>
        {state.changes > 0 && (
          <p className={styles.warning}>
            {changesWords(state.changes)} of yours {state.changes === 1 ? "has" : "have"} not been saved.
            Download the map file to keep {state.changes === 1 ? "it" : "them"}.
          </p>
        )}
        <div className={styles.actions}>
          <Button onPress={() => void downloadMapFile(snapshot)}>Download the map file</Button>
          {state.reason === "malformed" ? (
            <Button variant="primary" onPress={() => location.reload()}>
              Reload the page
            </Button>
          ) : (
            <Button variant="primary" onPress={() => location.assign("/")}>
              Go to the start page
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
