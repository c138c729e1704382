import { checkpointWords, momentWords, personInSentence } from "./momentWords.ts";
import type { Moment } from "./timeline.ts";

/** "on Tuesday 3 May at 10:42, after a change by Ann Archer", "on Tuesday 3 May at 10:42, “Agreed at the board”". */
export function lookWords({ at, entry, checkpoint }: Moment, now = new Date()): string {
  const when = `on ${momentWords(new Date(at), now)}`;
  if (checkpoint?.name != null) return `${when}, “${checkpoint.name}”`;
  if (entry !== undefined) return `${when}, after a change by ${personInSentence(entry.person)}`;
  return checkpoint === undefined || checkpoint.kind === "automatic"
    ? when
    : `${when} (${lowerFirst(checkpointWords(checkpoint.kind))})`;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
