import { PAYMENTS } from "./contractTerms.ts";
import {
  DELEGATED_FUNCTIONS,
  DELEGATION_LEGAL_BASES,
  DELEGATION_LEVELS,
  STANDINGS,
} from "./delegationTerms.ts";
import type { ElementType } from "./element.ts";
import {
  anyNumber,
  type Field,
  idOf,
  listOf,
  oneOf,
  percent,
  pounds,
  text,
  type Values,
  yesNo,
} from "./field.ts";
import { SERVICES } from "./services.ts";

const common = { label: text, source: text, proposed: yesNo };

/** Every field of every relation type besides `id`, `type`, `from` and `to`, which all have and which are required. */
export const RELATION_FIELDS = {
  commissions: { lead: yesNo, ...common },
  holds: { lead: yesNo, ...common },
  under: { ...common },
  pays: {
    annualAmount: pounds,
    payment: oneOf(PAYMENTS),
    services: listOf(SERVICES),
    contract: idOf("contract"),
    recurrent: yesNo,
    ...common,
  },
  owns: { percent, ...common },
  guarantees: { limit: pounds, ...common },
  delegates: {
    function: oneOf(DELEGATED_FUNCTIONS),
    level: oneOf(DELEGATION_LEVELS),
    legalBasis: oneOf(DELEGATION_LEGAL_BASES),
    ...common,
  },
  member: { standing: oneOf(STANDINGS), votes: anyNumber, ...common },
  hosts: { ...common },
  governs: { ...common },
  partners: { ...common },
} satisfies Record<string, Record<string, Field<unknown>>>;

export type RelationType = keyof typeof RELATION_FIELDS;
export const RELATION_TYPES = Object.keys(RELATION_FIELDS) as readonly RelationType[];

interface Base<T extends RelationType> {
  readonly id: string;
  readonly type: T;
  /** Id of the element at the start. */
  readonly from: string;
  /** Id of the element at the end. */
  readonly to: string;
}

export type RelationOf<T extends RelationType> = Base<T> & Values<(typeof RELATION_FIELDS)[T]>;
/** Anything that joins two elements. Fields that the format does not know ride along untyped. */
export type Relation = { [T in RelationType]: RelationOf<T> }[RelationType];

/** The known fields of a relation type. */
export function relationFields(type: RelationType): Readonly<Record<string, Field<unknown>>> {
  return RELATION_FIELDS[type];
}

interface Ends {
  readonly from: readonly ElementType[];
  readonly to: readonly ElementType[];
}

const GRAMMAR: Record<RelationType, Ends> = {
  commissions: { from: ["organisation", "forum"], to: ["contract"] },
  holds: { from: ["organisation"], to: ["contract"] },
  under: { from: ["contract"], to: ["contract"] },
  pays: { from: ["organisation", "fund"], to: ["organisation", "fund"] },
  owns: { from: ["organisation"], to: ["organisation"] },
  guarantees: { from: ["organisation"], to: ["contract", "organisation"] },
  delegates: { from: ["organisation"], to: ["organisation", "forum"] },
  member: { from: ["organisation"], to: ["forum", "organisation"] },
  hosts: { from: ["organisation"], to: ["fund", "forum"] },
  governs: { from: ["forum"], to: ["contract", "fund", "organisation"] },
  partners: { from: ["organisation"], to: ["organisation"] },
};

/** Whether the grammar of the map allows this relation between elements of these types (a relation between others is readable, and a finding). */
export function isAllowed(type: RelationType, from: ElementType, to: ElementType): boolean {
  return GRAMMAR[type].from.includes(from) && GRAMMAR[type].to.includes(to);
}
