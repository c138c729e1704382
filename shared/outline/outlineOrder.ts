import type { MapElement } from "../model/element.ts";
import { isCommissionerKind, isProviderKind } from "../model/organisationKind.ts";
import type { RelationType } from "../model/relation.ts";
import { isVehicle } from "../model/words.ts";

export const OUTLINE_SECTIONS = [
  "commissioners",
  "contracts",
  "providers",
  "vehicles",
  "others",
  "funds",
  "boards",
  "places",
  "notes",
  "unconnected",
] as const;
/** The headings that an outline has; those under which nothing stands are left out. */
export type OutlineSection = (typeof OUTLINE_SECTIONS)[number];

const TITLES: Readonly<Record<OutlineSection, string>> = {
  commissioners: "Commissioners",
  contracts: "Contracts that nobody lets",
  providers: "Providers",
  vehicles: "Vehicles",
  others: "Other bodies",
  funds: "Funds",
  boards: "Boards",
  places: "Places",
  notes: "Notes",
  unconnected: "Not connected",
};

/** What a section is called. */
export function sectionTitle(section: OutlineSection): string {
  return TITLES[section];
}

/** A relation type with the end that it is read from: `holds:to` is read from the contract. */
export type ReadRelation = `${RelationType}:${"from" | "to"}`;

/** In which order the relations of an element stand below it. */
export const READING_ORDER: readonly ReadRelation[] = [
  "commissions:from",
  "under:to",
  "holds:to",
  "holds:from",
  "member:to",
  "owns:to",
  "guarantees:to",
  "guarantees:from",
  "hosts:from",
  "hosts:to",
  "pays:to",
  "pays:from",
  "governs:from",
  "governs:to",
  "delegates:from",
  "delegates:to",
  "member:from",
  "owns:from",
  "partners:from",
  "partners:to",
  "commissions:to",
  "under:from",
];

/** The relations below which the other element opens up in its turn; the others only name it. */
export const NESTING: ReadonlySet<ReadRelation> = new Set<ReadRelation>([
  "commissions:from",
  "under:to",
  "holds:to",
  "owns:to",
  "member:to",
  "guarantees:to",
  "hosts:from",
]);

/** What an organisation or board shows where it stands below something else: the rest stands where it is at home. */
export const BELOW_OTHERS: ReadonlySet<ReadRelation> = new Set<ReadRelation>([
  "owns:to",
  "member:to",
  "guarantees:to",
  "governs:from",
]);

/** The section that an element is at home in, by what it is; a contract's is for those that nobody lets. */
export function sectionOf(element: MapElement): OutlineSection {
  switch (element.type) {
    case "organisation":
      if (isCommissionerKind(element.kind)) return "commissioners";
      if (isVehicle(element)) return "vehicles";
      return isProviderKind(element.kind) ? "providers" : "others";
    case "contract":
      return "contracts";
    case "fund":
      return "funds";
    case "forum":
      return "boards";
    case "place":
      return "places";
    case "note":
      return "notes";
  }
}
