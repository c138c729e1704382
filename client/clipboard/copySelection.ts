import { isLocked } from "../../shared/model/locked.ts";
import { targetElements, wordsForElements } from "../actions/targets.ts";
import { select } from "../canvas/canvasStore.ts";
import { announce } from "../panels/panelStore.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { showToast } from "../ui/toasts.ts";
import { type Carriers, carriersOf } from "./cardsOnClipboard.ts";
import { rememberCopied } from "./lastCopied.ts";

/** The selected cards with the connections among them, for the clipboard. Undefined where no card is selected. */
export function copySelection(session: MapSession): Carriers | undefined {
  const elements = targetElements(session);
  if (elements.length === 0) return undefined;
  const ids = new Set(elements.map(({ id }) => id));
  const { map } = session.snapshots.get();
  const relations = map.relations.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const carriers = carriersOf({ mapId: session.id, elements, relations });
  rememberCopied(carriers);
  return carriers;
}

/** Says that the selected cards are on the clipboard, or takes them off the map now that they are. */
export function afterCopying(session: MapSession, isCut: boolean): void {
  const elements = targetElements(session);
  const words = wordsForElements(elements);
  if (!isCut) {
    announce(`Copied ${words}.`);
    return;
  }
  const free = elements.filter((element) => !isLocked(element));
  if (free.length > 0)
    session.perform(`Cut ${wordsForElements(free)}`, (editor) => editor.remove(free.map(({ id }) => id)));
  select(elements.filter(isLocked).map(({ id }) => id));
  const locked = elements.length - free.length;
  if (locked > 0)
    showToast(
      `${locked === 1 ? "A locked card stays" : `${locked} locked cards stay`} on the map. All are copied.`,
    );
}
