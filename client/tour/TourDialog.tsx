import { useState } from "react";
import { ApiError } from "../sync/callApi.ts";
import { useLiveSession } from "../sync/sessionContext.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { startTour } from "./startTour.ts";
import styles from "./TourDialog.module.css";
import { goToStep, useTourStore } from "./tourStore.ts";

/** Begins the tour: on a practice map, said before it is made; where this is the practice map, from the start. */
export function TourDialog({ onClose }: { readonly onClose: () => void }) {
  const { id } = useLiveSession();
  const isHere = useTourStore(({ place }) => place?.mapId === id);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function begin(): Promise<void> {
    if (isHere) {
      onClose();
      goToStep(0);
      return;
    }
    setBusy(true);
    try {
      location.assign(await startTour());
    } catch (error) {
      setBusy(false);
      setProblem(wordsFor(error));
    }
  }

  return (
    <Dialog title="Two-minute tour" isOpen onClose={onClose}>
      <div className={styles.stack}>
        <p>
          Add a card, connect it, see what is wrong and mend it, undo, share, export.{" "}
          {isHere
            ? "It begins again on this practice map."
            : "It takes place on a practice map of your own: this map stays as it is, and you come back with your browser’s Back button."}
        </p>
        {problem !== undefined && <p role="alert">{problem}</p>}
        <div className={styles.buttons}>
          <Button onPress={onClose}>Not now</Button>
          <Button variant="primary" isDisabled={isBusy} onPress={() => void begin()}>
            {isBusy ? "Making the practice map …" : "Begin the tour"}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function wordsFor(error: unknown): string {
  if (!(error instanceof ApiError)) return "Something went wrong on this page. Reload it and try again.";
  return error.status === 401
    ? "This server makes maps only for those who have its key. Begin the tour on the start page, which asks for it."
    : error.message;
}
