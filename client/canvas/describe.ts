import { drawElement } from "../../shared/drawing/drawElement.ts";
import type { MapElement } from "../../shared/model/element.ts";
import { formatMoney } from "../../shared/model/money.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { nameOf, sentenceVerb } from "../actions/connectionChoices.ts";
import { type FindingMark, findingMarkWords } from "./findingMarks.ts";

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
  mark: FindingMark | undefined,
): string {
  const parts = [drawElement(element).label];
  const heldBy = element.type === "contract" ? holders.get(element.id) : undefined;
  if (heldBy !== undefined) parts.push(`Held by ${heldBy.join(" and ")}`);
  if (element.proposed === true) parts.push("Proposed");
  if (mark !== undefined) parts.push(findingMarkWords(mark));
  return parts.join(". ");
}

/** A connection in words: "Cambridgeshire CCG pays UnitingCare, £145.2m a year, proposed". */
export function describeRelation(
  relation: Relation,
  elementById: ReadonlyMap<string, MapElement>,
  mark: FindingMark | undefined,
): string {
  const [from, to] = [elementById.get(relation.from), elementById.get(relation.to)];
  const ends = [from === undefined ? "Unknown" : nameOf(from), to === undefined ? "unknown" : nameOf(to)];
  const parts = [`${ends[0]} ${sentenceVerb(relation.type)} ${ends[1]}`];
  if (relation.type === "pays")
    parts.push(
      relation.annualAmount === undefined
        ? "amount not stated"
        : `${formatMoney(relation.annualAmount)} a year`,
    );
  if (relation.type === "owns" && relation.percent !== undefined) parts.push(`${relation.percent}%`);
  if (relation.label !== undefined && relation.label !== "") parts.push(relation.label);
  if (relation.proposed === true) parts.push("proposed");
  if (mark !== undefined) parts.push(findingMarkWords(mark));
  return parts.join(", ");
}
