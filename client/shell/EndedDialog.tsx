import { useState } from "react";
import type { Snapshot } from "../../shared/document/snapshot.ts";
import { isSignInEnd } from "../signin/isSignInEnd.ts";
import { SignInActions } from "../signin/SignInActions.tsx";
import { keptWords, signInWords } from "../signin/signInWords.ts";
import type { ConnectionState, EndReason, SignInEnd } from "../sync/ConnectionState.ts";
import { useConnection, useSession, useSnapshot } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import styles from "../ui/dialogParts.module.css";
import { changesWords, endedWords } from "./connectionWords.ts";
import { downloadMapFile } from "./exportActions.ts";

type Ended = Extract<ConnectionState, { kind: "ended" }>;

/** For a session that ends while the map is on the screen: what has happened, what the server did not take, and what can be saved. */
export function EndedDialog() {
  const state = useConnection();
  const snapshot = useSnapshot();
  const [isClosed, setIsClosed] = useState(false);
  if (state.kind !== "ended") return null;
  const { title, advice } = isSignInEnd(state.reason) ? signInWords(state.reason) : endedWords(state.reason);
  return (
    <Dialog title={title} isOpen={!isClosed} onClose={() => setIsClosed(true)} role="alertdialog">
      <div className={styles.stack}>
        <p>{advice}</p>
        {isSignInEnd(state.reason) ? (
          <SignInMissing state={state} reason={state.reason} snapshot={snapshot} />
        ) : state.changes === 0 ? (
          <div className={styles.actions}>
            <Button onPress={() => void downloadMapFile(snapshot)}>Download the map file</Button>
            <WayOn state={state} />
          </div>
        ) : (
          <NotTaken state={state} snapshot={snapshot} />
        )}
      </div>
    </Dialog>
  );
}

/** What waits is no lost cause: with the sign-in it is sent. */
function SignInMissing({
  state: { changes, place },
  reason,
  snapshot,
}: {
  readonly state: Ended;
  readonly reason: SignInEnd;
  readonly snapshot: Snapshot;
}) {
  const { id } = useSession();
  return (
    <>
      {changes > 0 && <p className={styles.warning}>{keptWords(changes, place)}</p>}
      <div className={styles.actions}>
        <Button onPress={() => void downloadMapFile(snapshot)}>Download the map file</Button>
        <SignInActions reason={reason} mapId={id} />
      </div>
    </>
  );
}

/** Changes that no server took: to a file first, and then away from this device. */
function NotTaken({ state, snapshot }: { readonly state: Ended; readonly snapshot: Snapshot }) {
  const session = useSession();
  const [isInFile, setIsInFile] = useState(false);
  const [isSure, setIsSure] = useState(false);
  const { changes, place, reason } = state;
  const [were, them] = changes === 1 ? ["was", "it"] : ["were", "them"];
  const forget = () => {
    void session.forgetCopy().finally(() => (leadsOn(reason) ? location.reload() : location.assign("/")));
  };
  return (
    <>
      <p className={styles.warning}>
        {changesWords(changes)} of yours {were} not taken by the server. The map as it is here, with {them},
        is only {place === "device" ? "on this device" : "in this tab"}: save it as a map file to keep {them}.
      </p>
      {isSure && (
        <p role="alert" className={styles.error}>
          You have not saved the map file. What is deleted here is nowhere else.
        </p>
      )}
      <div className={styles.actions}>
        {place === "device" ? (
          <Button
            variant={isSure ? "danger" : "secondary"}
            onPress={() => (isInFile || isSure ? forget() : setIsSure(true))}
          >
            {isSure ? "Delete anyway" : "Delete the copy on this device"}
          </Button>
        ) : (
          <WayOn state={state} />
        )}
        <Button variant="primary" onPress={() => void downloadMapFile(snapshot).then(setIsInFile)}>
          Save the map file
        </Button>
      </div>
      {isInFile && <p role="status">The map file is among your downloads.</p>}
    </>
  );
}

/** Whether the same address leads somewhere again, with a fresh page. */
function leadsOn(reason: EndReason): boolean {
  return reason === "malformed" || reason === "read-only";
}

function WayOn({ state }: { readonly state: Ended }) {
  const canReload = leadsOn(state.reason);
  return (
    <Button
      variant={state.changes === 0 ? "primary" : "secondary"}
      onPress={() => (canReload ? location.reload() : location.assign("/"))}
    >
      {canReload ? "Reload the page" : "Go to the start page"}
    </Button>
  );
}
