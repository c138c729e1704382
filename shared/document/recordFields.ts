import { type ElementType, elementFields } from "../model/element.ts";
import type { Field } from "../model/field.ts";
import { type RelationType, relationFields } from "../model/relation.ts";
import type { RecordRoot } from "./layout.ts";

type Fields = Readonly<Record<string, Field<unknown>>>;

/** The keys of a record that are stored as they are and never change, besides the id. */
export const HEADS: Readonly<Record<RecordRoot, readonly string[]>> = {
  elements: ["type"],
  relations: ["type", "from", "to"],
  decisions: ["rule", "subjects", "choice", "reason", "by", "at", "reviewBy"],
};

/** The fields of a record of this root and type; none for a type that the format does not know. */
export function fieldsOf(root: RecordRoot, type: unknown): Fields {
  if (root === "elements") return elementFields(type as ElementType) ?? {};
  if (root === "relations") return relationFields(type as RelationType) ?? {};
  return {};
}
