import {
  type ELEMENT_FIELDS,
  type ElementType,
  elementFields,
  type REQUIRED_ELEMENT_FIELDS,
} from "../../../shared/model/element.ts";
import type { Field } from "../../../shared/model/field.ts";
import { type RELATION_FIELDS, type RelationType, relationFields } from "../../../shared/model/relation.ts";

export const FIELD_GROUPS = [
  "Basics",
  "Money",
  "Term",
  "Procurement",
  "Risk and payment",
  "Assurance",
  "Where it is drawn",
  "Notes and source",
] as const;
export type FieldGroupTitle = (typeof FIELD_GROUPS)[number];

type KeysOfEach<T> = T extends unknown ? keyof T : never;
type FieldName =
  | keyof typeof REQUIRED_ELEMENT_FIELDS
  | KeysOfEach<(typeof ELEMENT_FIELDS)[ElementType]>
  | KeysOfEach<(typeof RELATION_FIELDS)[RelationType]>;

/** Every field of the format and the group it is asked for under; within a group fields stand in this order. */
const GROUP_OF: Readonly<Record<FieldName, FieldGroupTitle>> = {
  name: "Basics",
  label: "Basics",
  kind: "Basics",
  text: "Basics",
  colour: "Basics",
  status: "Basics",
  legalForm: "Basics",
  odsCode: "Basics",
  form: "Basics",
  function: "Basics",
  level: "Basics",
  legalBasis: "Basics",
  decisionRule: "Basics",
  standing: "Basics",
  votes: "Basics",
  lead: "Basics",
  percent: "Basics",
  contract: "Basics",
  population: "Basics",
  services: "Basics",
  proposed: "Basics",
  annualValue: "Money",
  totalValue: "Money",
  annualAmount: "Money",
  recurrent: "Money",
  limit: "Money",
  estimatedAnnualCost: "Money",
  priceCeiling: "Money",
  annualIncome: "Money",
  netAssets: "Money",
  start: "Term",
  termMonths: "Term",
  extensionMonths: "Term",
  procurement: "Procurement",
  advertised: "Procurement",
  payment: "Risk and payment",
  outcomePercent: "Risk and payment",
  outcomeMeasures: "Risk and payment",
  riskShare: "Risk and payment",
  gainSharePercent: "Risk and payment",
  assurance: "Assurance",
  returnRight: "Assurance",
  consultation: "Assurance",
  place: "Where it is drawn",
  position: "Where it is drawn",
  size: "Where it is drawn",
  notes: "Notes and source",
  source: "Notes and source",
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

function grouped(fields: Readonly<Record<string, Field<unknown>>>): readonly FieldGroup[] {
  const named = Object.entries(fields)
    .map(([name, field]) => ({ name, field }))
    .sort((one, other) => ORDER.indexOf(one.name) - ORDER.indexOf(other.name));
  return FIELD_GROUPS.map((title) => ({
    title,
    fields: named.filter(({ name }) => GROUP_OF[name as FieldName] === title),
  })).filter(({ fields: some }) => some.length > 0);
}
