import type { Regime } from "../../shared/model/systemMap.ts";
import { bestMatches, plainText } from "../commands/matchScore.ts";
import {
  itemsUnder,
  listedItems,
  OTHER_ORGANISATION,
  type PaletteItem,
  paletteItem,
} from "./paletteItems.ts";

/** What the palette lists. */
export interface FoundItems {
  readonly items: readonly PaletteItem[];
  /** Nothing answers the search: what is listed stands for whatever has no kind of its own. */
  readonly isStandIn: boolean;
}

/**
 * Without a search the common kinds of the map's body of law; with one, every kind there is under it whose name, initials or other
 * names answer it, the best first.
 */
export function findItems(search: string, regime: Regime): FoundItems {
  const wanted = plainText(search);
  if (wanted === "") return { items: listedItems(regime), isStandIn: false };
  const found = bestMatches(itemsUnder(regime), ({ label, initials = "", alsoCalled = "", group }, compare) =>
    compare(wanted, plainText(label), plainText(`${initials} ${alsoCalled} ${group}`)),
  );
  if (found.length > 0) return { items: found, isStandIn: false };
  const standIn = paletteItem(OTHER_ORGANISATION);
  return { items: standIn === undefined ? [] : [standIn], isStandIn: true };
}
