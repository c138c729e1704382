import { copyOf } from "../../shared/document/copyOf.ts";
import type { Point } from "../../shared/model/field.ts";
import { newId } from "../../shared/model/newId.ts";
import { wordsForElements } from "../actions/targets.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { showToast } from "../ui/toasts.ts";
import { addTogether, showAdded, tooMuchFor } from "./addTogether.ts";
import type { CopiedCards } from "./cardsOnClipboard.ts";
import { boundsOf, placeGroup } from "./placeGroup.ts";

/** Puts copied cards on the map, near a point or the middle of what is visible, clear of what is there. */
export async function pasteCards(session: MapSession, cards: CopiedCards, near?: Point): Promise<void> {
  if (cards.elements.length === 0) {
    showToast("There are no cards in it: nothing was pasted.", "failure");
    return;
  }
  const problem = tooMuchFor(session, cards);
  if (problem !== undefined) {
    showToast(`Nothing was pasted. ${problem}`, "failure");
    return;
  }
  const bounds = boundsOf(cards.elements);
  const corner = placeGroup(session, bounds, near);
  const { elementById } = session.snapshots.get();
  const { elements, relations, droppedNames } = copyOf(cards, {
    makeId: newId,
    offset: { x: corner.x - bounds.x, y: corner.y - bounds.y },
    mayName: (id) => cards.mapId === session.id && elementById.has(id),
  });
  await addTogether(session, `Paste ${wordsForElements(elements)}`, { elements, relations });
  showAdded({ elements, relations });
  if (droppedNames > 0)
    showToast(
      `Pasted. ${droppedNames === 1 ? "One card or payment named" : `${droppedNames} cards or payments named`} a place, contract or organisation that was not copied: that is left out.`,
    );
}
