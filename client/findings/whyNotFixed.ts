import type { Snapshot } from "../../shared/document/snapshot.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";

/** Why a fix does nothing any more: what its finding is about has just been deleted, or the map has changed otherwise. */
export function whyNotFixed(
  { elementById, relationById }: Pick<Snapshot, "elementById" | "relationById">,
  { title, subjects }: Pick<CheckedFinding, "title" | "subjects">,
): string {
  const isGone = subjects.some((id) => !elementById.has(id) && !relationById.has(id));
  return isGone
    ? `Nothing was changed: something that “${title}” is about has just been deleted.`
    : "This is not possible any more: the map has changed since. The finding says what stands now.";
}
