import type { UndoOutcome } from "../../shared/document/undo.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { showToast } from "../ui/toasts.ts";

const SHOWN_MS = 4_000;
const NEVER = () => undefined;
let closeLast: () => void = NEVER;
/** While several steps are taken back at once: what became of them. */
let gathered: UndoOutcome[] | undefined;

/** Says what an undo or redo did, and what stays because somebody has changed it since. One such message stands at a time. */
export function sayUndone(outcome: UndoOutcome): void {
  if (gathered === undefined) say(wordsFor(outcome), outcome.kept.length > 0);
  else gathered.push(outcome);
}

/** Takes back this person's last steps, newest first, and says so once. */
export function undoSteps(session: MapSession, count: number): void {
  gathered = [];
  try {
    for (let step = 0; step < count; step++) session.undo();
  } finally {
    const outcomes = gathered;
    gathered = undefined;
    const [only, ...others] = outcomes;
    if (only !== undefined)
      say(
        others.length === 0 ? wordsFor(only) : wordsForSeveral(outcomes),
        outcomes.some(({ kept }) => kept.length > 0),
      );
  }
}

function say(text: string, isNews: boolean): void {
  closeLast();
  const close = showToast(text);
  closeLast = close;
  // What only repeats what can be seen goes soon.
  if (!isNews) setTimeout(close, SHOWN_MS);
}

function wordsFor({ direction, label, applied, kept }: UndoOutcome): string {
  if (applied === 0) return `“${label}” stays as it is: somebody has changed the same thing since.`;
  if (kept.length > 0) return `“${label}”: the part that somebody has changed since stays as it is.`;
  return `${direction === "undo" ? "Undone" : "Done again"}: ${label}.`;
}

function wordsForSeveral(outcomes: readonly UndoOutcome[]): string {
  const undone = `Undone: ${outcomes.length} steps, down to “${outcomes.at(-1)?.label ?? ""}”.`;
  return outcomes.some(({ kept }) => kept.length > 0)
    ? `${undone} What somebody has changed since stays as it is.`
    : undone;
}
