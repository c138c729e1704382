import {
  type ELEMENT_FIELDS,
  type ElementType,
  elementFields,
  type REQUIRED_ELEMENT_FIELDS,
} from "../../../shared/model/element.ts";
import type { Field } from "../../../shared/model/field.ts";
import { type RELATION_FIELDS, type RelationType, relationFields } from "../../../shared/model/relation.ts";

/** What is asked first stands first; what hardly anybody asks is in the last. */
export const FIELD_GROUPS = [
  "Basics",
  "Money",
  "Term",
  "Procurement and assurance",
  "Risk and payment",
  "Notes and source",
  "More",
] as const;
export type FieldGroupTitle = (typeof FIELD_GROUPS)[number];

type KeysOfEach<T> = T extends unknown ? keyof T : never;
export type FieldName =
  | keyof typeof REQUIRED_ELEMENT_FIELDS
  | KeysOfEach<(typeof ELEMENT_FIELDS)[ElementType]>
  | KeysOfEach<(typeof RELATION_FIELDS)[RelationType]>;

/** Every field of the format and the group it is asked for under; within a group fields stand in this order. */
const GROUP_OF: Readonly<Record<FieldName, FieldGroupTitle>> = {
  name: "Basics",
  kind: "Basics",
  text: "Basics",
  status: "Basics",
  legalForm: "Basics",
  function: "Basics",
  level: "Basics",
  legalBasis: "Basics",
  decisionRule: "Basics",
  standing: "Basics",
  lead: "Basics",
  percent: "Basics",
  contract: "Basics",
  services: "Basics",
  population: "Basics",
  proposed: "Basics",
  annualValue: "Money",
  totalValue: "Money",
  annualAmount: "Money",
  recurrent: "Money",
  limit: "Money",
  annualIncome: "Money",
  netAssets: "Money",
  estimatedAnnualCost: "Money",
  priceCeiling: "Money",
  start: "Term",
  termMonths: "Term",
  extensionMonths: "Term",
  procurement: "Procurement and assurance",
  advertised: "Procurement and assurance",
  assurance: "Procurement and assurance",
  payment: "Risk and payment",
  riskShare: "Risk and payment",
  outcomePercent: "Risk and payment",
  outcomeMeasures: "Risk and payment",
  gainSharePercent: "Risk and payment",
  notes: "Notes and source",
  source: "Notes and source",
  form: "More",
  returnRight: "More",
  consultation: "More",
  odsCode: "More",
  votes: "More",
  label: "More",
  colour: "More",
  place: "More",
  position: "More",
  size: "More",
};
const ORDER = Object.keys(GROUP_OF);

export interface NamedField {
  readonly name: string;
  readonly field: Field<unknown>;
}
export interface FieldGroup {
  readonly title: FieldGroupTitle;
  readonly fields: readonly NamedField[];
}

/** The fields of an element type, grouped by what people ask; groups without a field are left out. */
export function elementFieldGroups(type: ElementType): readonly FieldGroup[] {
  return grouped(elementFields(type));
}

/** The fields of a relation type, grouped likewise. */
export function relationFieldGroups(type: RelationType): readonly FieldGroup[] {
  return grouped(relationFields(type));
}

/** Some fields under their heads, in the order in which they are asked. */
export function grouped(fields: Readonly<Record<string, Field<unknown>>>): readonly FieldGroup[] {
  const named = Object.entries(fields)
    .map(([name, field]) => ({ name, field }))
    .sort((one, other) => ORDER.indexOf(one.name) - ORDER.indexOf(other.name));
  return FIELD_GROUPS.map((title) => ({
    title,
    fields: named.filter(({ name }) => GROUP_OF[name as FieldName] === title),
  })).filter(({ fields: some }) => some.length > 0);
}
