import type { Regime } from "../../shared/model/systemMap.ts";
import { matchScore, plainText } from "../commands/matchScore.ts";
import { listedItems, PALETTE_ITEMS, type PaletteItem } from "./paletteItems.ts";

/**
 * What the palette lists: without a search the common kinds of the map's body of law; with one, every kind whose name, initials or
 * other names answer it, the best first.
 */
export function findItems(search: string, regime: Regime): readonly PaletteItem[] {
  const wanted = plainText(search);
  if (wanted === "") return listedItems(regime);
  return PALETTE_ITEMS.map((item) => {
    const { label, initials = "", alsoCalled = "", group } = item;
    return {
      item,
      score: matchScore(wanted, plainText(label), plainText(`${initials} ${alsoCalled} ${group}`)),
    };
  })
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ item }) => item);
}
