import type { CONTRACT_STATUSES } from "../model/contractTerms.ts";
import type { ElementType } from "../model/element.ts";
import type { RelationType } from "../model/relation.ts";
import type { Service } from "../model/services.ts";
import type { Severity } from "../model/systemMap.ts";

export type ContractStatus = (typeof CONTRACT_STATUSES)[number];

/**
 * Which cards and connections are asked for. A list asks for any of its items; what is left out asks for nothing. A card must fit
 * all that is asked: one without a status fits no status.
 */
export interface MapFilter {
  readonly types?: readonly ElementType[];
  readonly kinds?: readonly string[];
  readonly statuses?: readonly ContractStatus[];
  readonly services?: readonly Service[];
  /** Ids of places. A card is in a place that it names, and in the places around that one. */
  readonly places?: readonly string[];
  /** Severities of findings that are not accepted. */
  readonly findings?: readonly Severity[];
  readonly agreement?: "proposed" | "agreed";
  /** Of contracts and funds. */
  readonly valueStated?: "stated" | "not-stated";
  /** The least annual value, in pounds. */
  readonly leastAnnualPounds?: number;
  /** The greatest annual value, in pounds. */
  readonly mostAnnualPounds?: number;
  /** Types of the connections that are shown between cards that are. */
  readonly relations?: readonly RelationType[];
  /** Also the cards that those that fit are joined to. */
  readonly withNeighbours?: true;
}

/** Asks for nothing: everything fits. */
export const NO_FILTER: MapFilter = {};

/** Whether a filter asks for anything. */
export function isFiltering(filter: MapFilter): boolean {
  const { withNeighbours, ...asked } = filter;
  return Object.values(asked).some((value) => !Array.isArray(value) || value.length > 0);
}

/** Whether a filter asks for anything of cards, connections aside. */
export function isFilteringCards({ relations, ...cards }: MapFilter): boolean {
  return isFiltering(cards);
}
