import type { Editor } from "../../shared/document/edit.ts";
import { MapFileError } from "../../shared/model/MapFileError.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { closeToast, showToast, useToasts } from "../ui/toasts.ts";
import { type Loss, notingEditor, type TouchedRecords, watchForLoss } from "./watchForLoss.ts";

/**
 * Makes one step and says so, with a button that takes it back as long as it is the newest step.
 * @returns whether anything has changed.
 */
export function performWithUndo(
  session: MapSession,
  label: string,
  change: (editor: Editor) => void,
  said = label,
): boolean {
  let isRecorded = false;
  const stopListening = session.history.subscribe(() => {
    isRecorded = true;
  });
  try {
    session.perform(label, change);
  } catch (problem) {
    if (!(problem instanceof MapFileError)) throw problem;
    showToast(`“${label}” was not possible: ${problem.message}`, "failure");
    return false;
  } finally {
    stopListening();
  }
  if (!isRecorded) return false;
  const close = showToast(said, "notice", { label: "Undo", run: () => session.undo() });
  // After another step, undo would take that one back.
  const stopWaiting = session.history.subscribe(() => {
    stopWaiting();
    close();
  });
  return true;
}

/**
 * Does what {@link performWithUndo} does, and takes back that it was done where somebody else deletes what the step had added or
 * changed: at the latest when everybody has the step.
 * @returns whether anything has changed.
 */
export function performWatched(
  session: MapSession,
  label: string,
  change: (editor: Editor) => void,
  said = label,
): boolean {
  let touched: TouchedRecords | undefined;
  const isDone = performWithUndo(
    session,
    label,
    (editor) => {
      const noting = notingEditor(editor);
      touched = noting.touched;
      change(noting.editor);
    },
    said,
  );
  if (!isDone || touched === undefined) return isDone;
  const isSaid = () => useToasts.getState().toasts.some(({ text }) => text === said);
  const stopListening = useToasts.subscribe(() => {
    if (isSaid()) return;
    stopListening();
    look();
  });
  const { look } = watchForLoss(session, touched, isSaid, (loss) => {
    stopListening();
    for (const { id, text } of useToasts.getState().toasts) if (text === said) closeToast(id);
    showToast(lossInWords(loss, label), "failure");
  });
  return true;
}

/** "Somebody deleted UnitingCare meanwhile: what “Propose both guarantees” added is gone with it." */
function lossInWords({ deleted, wasAdded }: Loss, label: string): string {
  const who = deleted.by ?? "Somebody";
  return `${who} deleted ${deleted.name} meanwhile: what “${label}” ${wasAdded ? "added" : "changed"} is gone with it.`;
}
