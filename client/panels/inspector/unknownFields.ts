import { LOCKED } from "../../../shared/model/locked.ts";
import type { FieldGroup } from "./fieldGroups.ts";

const HEAD = ["id", "type", "from", "to"];
const longestValue = 200;

/** The fields that the format does not know and that ride along on an element or relation, as text; the lock has words of its own. */
export function unknownFieldsOf(
  record: object,
  groups: readonly FieldGroup[],
): readonly { readonly name: string; readonly text: string }[] {
  const known = new Set([...HEAD, LOCKED, ...groups.flatMap(({ fields }) => fields.map(({ name }) => name))]);
  return Object.entries(record)
    .filter(([name]) => !known.has(name))
    .map(([name, value]) => {
      const text = typeof value === "string" ? value : JSON.stringify(value);
      return { name, text: text.length > longestValue ? `${text.slice(0, longestValue)}…` : text };
    });
}
