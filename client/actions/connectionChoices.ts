import type { MapElement, Organisation } from "../../shared/model/element.ts";
import { isCommissionerKind, isProviderKind } from "../../shared/model/organisationKind.ts";
import { isAllowed, RELATION_TYPES, type Relation, type RelationType } from "../../shared/model/relation.ts";
import { isVehicle } from "../../shared/model/words.ts";

/** One way to join two elements: a relation from one to the other, or a contract card between two organisations. */
export interface ConnectionChoice {
  /** Unique within the list. */
  readonly key: string;
  readonly makes: RelationType | "contract";
  /** Id of the element at the start; of a contract, its buyer. */
  readonly from: string;
  /** Id of the element at the end; of a contract, its holder. */
  readonly to: string;
  /** What it says, with the names of both: "Cambridgeshire CCG pays UnitingCare". */
  readonly label: string;
}

/** Two relations of these types between the same two ends would say the same thing twice. */
const SAID_ONCE: ReadonlySet<RelationType> = new Set([
  "commissions",
  "holds",
  "under",
  "owns",
  "member",
  "hosts",
  "governs",
  "partners",
]);

const SENTENCE_VERBS: Readonly<Record<RelationType, string>> = {
  commissions: "commissions",
  holds: "holds",
  under: "is let under",
  pays: "pays",
  owns: "owns",
  guarantees: "guarantees",
  delegates: "delegates to",
  member: "is a member of",
  hosts: "hosts",
  governs: "governs",
  partners: "works with",
};

interface Scored {
  readonly choice: ConnectionChoice;
  readonly likelihood: number;
}

/**
 * Every connection that the grammar allows between two elements, in both directions, the likeliest first; the direction
 * asked for comes before the other where both are as likely. What is already drawn and can only be said once is left out.
 */
export function connectionChoices(
  from: MapElement,
  to: MapElement,
  drawn: readonly Relation[] = [],
): readonly ConnectionChoice[] {
  if (from.id === to.id) return [];
  const scored: Scored[] = [];
  if (from.type === "organisation" && to.type === "organisation")
    scored.push({ choice: contractChoice(from, to), likelihood: contractLikelihood(from, to) });
  for (const type of RELATION_TYPES) {
    if (isOffered(type, from, to, drawn))
      scored.push({ choice: relationChoice(type, from, to), likelihood: likelihood(type, from, to) });
    if (type !== "partners" && isOffered(type, to, from, drawn))
      scored.push({ choice: relationChoice(type, to, from), likelihood: likelihood(type, to, from) - 0.5 });
  }
  return scored.toSorted((one, other) => other.likelihood - one.likelihood).map(({ choice }) => choice);
}

/** What a relation of a type says in a sentence between the names of its ends: "is a member of". */
export function sentenceVerb(type: RelationType): string {
  return SENTENCE_VERBS[type];
}

function isOffered(
  type: RelationType,
  from: MapElement,
  to: MapElement,
  drawn: readonly Relation[],
): boolean {
  if (!isAllowed(type, from.type, to.type)) return false;
  if (!SAID_ONCE.has(type)) return true;
  return !drawn.some(
    (relation) =>
      relation.type === type &&
      ((relation.from === from.id && relation.to === to.id) ||
        (type === "partners" && relation.from === to.id && relation.to === from.id)),
  );
}

function relationChoice(type: RelationType, from: MapElement, to: MapElement): ConnectionChoice {
  return {
    key: `${type} ${from.id} ${to.id}`,
    makes: type,
    from: from.id,
    to: to.id,
    label: `${nameOf(from)} ${SENTENCE_VERBS[type]} ${nameOf(to)}`,
  };
}

function contractChoice(from: Organisation, to: Organisation): ConnectionChoice {
  const isTurned = isCommissionerKind(to.kind) && !isCommissionerKind(from.kind);
  const [buyer, holder] = isTurned ? [to, from] : [from, to];
  return {
    key: `contract ${buyer.id} ${holder.id}`,
    makes: "contract",
    from: buyer.id,
    to: holder.id,
    label: `${nameOf(buyer)} buys from ${nameOf(holder)}`,
  };
}

/** An element's name as a sentence needs it: never empty. */
export function nameOf(element: MapElement): string {
  const name = element.name.trim();
  return name === "" ? "Unnamed" : name;
}

type Side = "commissioner" | "vehicle" | "provider" | "other";

function sideOf(organisation: Organisation): Side {
  if (isCommissionerKind(organisation.kind)) return "commissioner";
  if (isVehicle(organisation)) return "vehicle";
  return isProviderKind(organisation.kind) ? "provider" : "other";
}

function contractLikelihood(from: Organisation, to: Organisation): number {
  const sides = [sideOf(from), sideOf(to)];
  if (sides.every((side) => side === "commissioner")) return 2;
  if (sides.includes("commissioner")) return 10;
  if (sideOf(from) === "provider" && sideOf(to) === "vehicle") return 6;
  return sides.includes("other") ? 4 : 8;
}

/** Between organisations: how likely each relation is from one side to another, 0 to 10; what is not named is 1. */
const BETWEEN_ORGANISATIONS: Partial<Record<`${Side} ${Side}`, Partial<Record<RelationType, number>>>> = {
  "commissioner commissioner": { partners: 8, delegates: 7, pays: 6, member: 3 },
  "commissioner provider": { pays: 9, delegates: 5, partners: 4 },
  "commissioner vehicle": { pays: 9, delegates: 5, partners: 4, member: 3 },
  "provider commissioner": { partners: 4, member: 2 },
  "provider vehicle": { owns: 10, guarantees: 9, member: 8, pays: 4 },
  "provider provider": { pays: 7, partners: 6, owns: 5, member: 4, guarantees: 3, delegates: 1 },
  "vehicle provider": { pays: 9, partners: 4 },
  "vehicle vehicle": { pays: 7, member: 6, owns: 5, partners: 4 },
  "other provider": { partners: 6, pays: 5 },
  "provider other": { partners: 6, member: 5, pays: 4 },
  "other commissioner": { partners: 6 },
  "commissioner other": { pays: 7, delegates: 6, partners: 5 },
};

/** Names a body that is no legal person: others join it as members rather than own it. */
const JOINED_KINDS: ReadonlySet<Organisation["kind"]> = new Set([
  "alliance",
  "provider-collaborative",
  "primary-care-network",
]);

function likelihood(type: RelationType, from: MapElement, to: MapElement): number {
  if (from.type === "organisation" && to.type === "organisation") {
    if (JOINED_KINDS.has(to.kind) && type === "member") return 11;
    if (JOINED_KINDS.has(to.kind) && (type === "owns" || type === "guarantees")) return 1.5;
    return BETWEEN_ORGANISATIONS[`${sideOf(from)} ${sideOf(to)}`]?.[type] ?? 1;
  }
  if (from.type === "organisation" && to.type === "contract") return towardsContract(type, from);
  if (type === "under" && isSubContract(to) && !isSubContract(from)) return UNDER_A_SUB_CONTRACT;
  return BETWEEN_OTHERS[type];
}

/** That a head contract is let under a sub-contract can be said, and is hardly ever meant. */
const UNDER_A_SUB_CONTRACT = 1;

function isSubContract(element: MapElement): boolean {
  return element.type === "contract" && element.kind === "sub-contract";
}

function towardsContract(type: RelationType, organisation: Organisation): number {
  const isBuyer = isCommissionerKind(organisation.kind);
  if (type === "commissions") return isBuyer ? 10 : 7;
  if (type === "holds") return isBuyer ? 5 : 10;
  return 4;
}

const BETWEEN_OTHERS: Readonly<Record<RelationType, number>> = {
  under: 10,
  governs: 9,
  pays: 9,
  member: 10,
  hosts: 7,
  commissions: 6,
  delegates: 5,
  holds: 5,
  guarantees: 4,
  owns: 4,
  partners: 4,
};
