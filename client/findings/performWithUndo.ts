import type { Editor } from "../../shared/document/edit.ts";
import { MapFileError } from "../../shared/model/MapFileError.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { showToast } from "../ui/toasts.ts";

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
