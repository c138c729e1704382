import { drawElement } from "../../shared/drawing/drawElement.ts";
import type { Badges } from "../../shared/drawing/findingBadges.ts";
import { relationWords } from "../../shared/drawing/relationLook.ts";
import type { MapElement } from "../../shared/model/element.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { relationVerb } from "../../shared/model/words.ts";
import { nameOf, sentenceVerb } from "../actions/connectionChoices.ts";
import { badgeWords } from "./badgeWords.ts";

/** Who holds each contract, by the contract's id: the names of the holders, in the order of the relations. */
export type HoldersByContract = ReadonlyMap<string, readonly string[]>;

/** The holders of all contracts. */
export function holdersByContract(
  relations: readonly Relation[],
  elementById: ReadonlyMap<string, MapElement>,
): HoldersByContract {
  const holders = new Map<string, string[]>();
  for (const relation of relations) {
    const holder = relation.type === "holds" ? elementById.get(relation.from) : undefined;
    if (holder !== undefined) holders.set(relation.to, [...(holders.get(relation.to) ?? []), nameOf(holder)]);
  }
  return holders;
}

/** A card in words, for those who do not see it: "Contract: Older people. £726m. Held by UnitingCare. 2 findings, must fix". */
export function describeElement(
  element: MapElement,
  holders: HoldersByContract,
  badges: Badges | undefined,
): string {
  const parts = [drawElement(element).label];
  const heldBy = element.type === "contract" ? holders.get(element.id) : undefined;
  if (heldBy !== undefined) parts.push(`Held by ${heldBy.join(" and ")}`);
  if (badges !== undefined) parts.push(badgeWords(badges));
  return parts.join(". ");
}

/** A connection in words: "Cambridgeshire CCG pays UnitingCare: £145.2m a year (to be agreed)". */
export function describeRelation(
  relation: Relation,
  elementById: ReadonlyMap<string, MapElement>,
  badges: Badges | undefined,
): string {
  const nameOfEnd = (id: string) => {
    const element = elementById.get(id);
    return element === undefined ? "Unknown" : nameOf(element);
  };
  const sentence = `${nameOfEnd(relation.from)} ${sentenceVerb(relation.type)} ${nameOfEnd(relation.to)}`;
  const words = relationWords(relation);
  const parts = [words === relationVerb(relation.type) ? sentence : `${sentence}: ${words}`];
  if (badges !== undefined) parts.push(badgeWords(badges));
  return parts.join(". ");
}
