import { elementFields, TYPES_WITH_REQUIRED_KIND } from "../model/element.ts";
import type { Field } from "../model/field.ts";
import { type RelationType, relationFields } from "../model/relation.ts";
import { isRelation, type TableRow } from "./TableRow.ts";

/** What one cell holds. */
export type CellContent =
  | {
      readonly kind: "field";
      /** The field's name in the record: the name of a payment is its label. */
      readonly name: string;
      readonly field: Field<unknown>;
      readonly value: unknown;
      /** Whether the field must have a value. */
      readonly required: boolean;
    }
  /** The organisations that stand in the row by a relation. */
  | {
      readonly kind: "organisations";
      readonly relation: "commissions" | "holds";
      readonly ids: readonly string[];
    }
  /** The one or other end of a relation; it never changes. */
  | { readonly kind: "end"; readonly id: string }
  /** Which type of record the row is; it never changes. */
  | { readonly kind: "what"; readonly type: RelationType | "fund" }
  /** The record has no such field. */
  | { readonly kind: "none" };

const NONE: CellContent = { kind: "none" };

/** What stands in a row under a column. */
export function cellContent(row: TableRow, column: string): CellContent {
  const { record } = row;
  switch (column) {
    case "what":
      return isRelation(record) ? { kind: "what", type: record.type } : { kind: "what", type: "fund" };
    case "from":
    case "to":
      return isRelation(record) ? { kind: "end", id: record[column] } : NONE;
    case "commissions":
    case "holds":
      return { kind: "organisations", relation: column, ids: row[column].map(({ from }) => from) };
    default:
      return fieldContent(row, column);
  }
}

function fieldContent({ record }: TableRow, column: string): CellContent {
  const isOfRelation = isRelation(record);
  const name = isOfRelation && column === "name" ? "label" : column;
  const fields = isOfRelation ? relationFields(record.type) : elementFields(record.type);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) return NONE;
  const value = (record as unknown as Readonly<Record<string, unknown>>)[name];
  const required =
    !isOfRelation && (name === "name" || (name === "kind" && TYPES_WITH_REQUIRED_KIND.has(record.type)));
  return { kind: "field", name, field, value, required };
}
