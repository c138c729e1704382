import { annualValueOf } from "../../shared/model/contractValue.ts";
import type { MapElement } from "../../shared/model/element.ts";
import { formatMoney } from "../../shared/model/money.ts";
import type { RelationType } from "../../shared/model/relation.ts";
import type { OutlineNode, Via } from "../../shared/outline/Outline.ts";
import { sentenceVerb } from "../actions/connectionChoices.ts";

const READ_FROM_END: Readonly<Record<RelationType, string>> = {
  commissions: "is bought by",
  holds: "is held by",
  under: "has under it",
  pays: "is paid by",
  owns: "is owned by",
  guarantees: "is guaranteed by",
  delegates: "receives delegation from",
  member: "has as a member",
  hosts: "is hosted by",
  governs: "is governed by",
  partners: "works with",
};

/** What stands before the name of the other element: "is held by", "pays £12m a year to", "is owned 50% by". */
export function viaWords({ relation, readFrom }: Via): string {
  const isStart = readFrom === "from";
  if (relation.type === "pays") {
    const amount =
      relation.annualAmount === undefined
        ? "an amount that is not stated"
        : `${formatMoney(relation.annualAmount)} a year`;
    return isStart ? `pays ${amount} to` : `is paid ${amount} by`;
  }
  if (relation.type === "owns" && relation.percent !== undefined)
    return isStart ? `owns ${relation.percent}% of` : `is owned ${relation.percent}% by`;
  const words = isStart ? readFromStart(relation.type) : READ_FROM_END[relation.type];
  return relation.proposed === true ? `${words} (proposed)` : words;
}

/** Read from the buyer, the contract is the thing that is let. */
function readFromStart(type: RelationType): string {
  return type === "commissions" ? "lets" : sentenceVerb(type);
}

/** What stands before the name in a row; undefined where nothing does. */
export function leadWords(node: OutlineNode): string | undefined {
  if (node.via !== undefined) return viaWords(node.via);
  return node.isNamedOnly ? "has in it" : undefined;
}

/** The figure that people ask for first; undefined where there is none. What is not stated is said, what follows is marked. */
export function keyFigure(element: MapElement): string | undefined {
  switch (element.type) {
    case "contract": {
      const annual = annualValueOf(element);
      if (element.annualValue !== undefined) return `${formatMoney(element.annualValue)} a year`;
      if (annual !== undefined) return `${formatMoney(annual)} a year (derived)`;
      return element.totalValue === undefined
        ? "value not stated"
        : `${formatMoney(element.totalValue)} in all`;
    }
    case "fund":
      return element.annualAmount === undefined
        ? "amount not stated"
        : `${formatMoney(element.annualAmount)} a year`;
    default:
      return undefined;
  }
}

/** Whether an element states the figure that {@link keyFigure} gives, or it follows from what it states. */
export function isStated(element: MapElement): boolean {
  if (element.type === "contract")
    return annualValueOf(element) !== undefined || element.totalValue !== undefined;
  return element.type === "fund" && element.annualAmount !== undefined;
}
