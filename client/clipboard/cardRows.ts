import type { Cards } from "../../shared/document/copyOf.ts";
import { elementFields, type MapElement } from "../../shared/model/element.ts";
import type { Field } from "../../shared/model/field.ts";
import type { Relation } from "../../shared/model/relation.ts";
import { elementTypeWord, fieldWord, wordFor } from "../../shared/model/words.ts";

const NOT_IN_A_TABLE: ReadonlySet<string> = new Set([
  "name",
  "position",
  "kind",
  "size",
  "colour",
  "place",
  "consultation",
]);

/** Cards as rows for a spreadsheet, headings first: what is stated on any of them, and who buys and holds a contract. */
export function cardRows({ elements, relations }: Cards): readonly (readonly string[])[] {
  const fields = new Map<string, Field<unknown>>();
  for (const element of elements) {
    for (const [name, field] of Object.entries(elementFields(element.type)))
      if (!NOT_IN_A_TABLE.has(name) && statedIn(element, name) !== undefined) fields.set(name, field);
  }
  const nameOf = new Map(elements.map(({ id, name }) => [id, name]));
  const ends = (["commissions", "holds"] as const).filter((type) =>
    relations.some((relation) => relation.type === type),
  );
  const endWords = { commissions: "Buyer", holds: "Holder" };
  const headings = [
    "Name",
    "Kind",
    ...ends.map((type) => endWords[type]),
    ...[...fields.keys()].map(fieldWord),
  ];
  return [
    headings,
    ...elements.map((element) => [
      element.name,
      "kind" in element && element.kind !== undefined ? wordFor(element.kind) : elementTypeWord(element.type),
      ...ends.map((type) => namesAt(element, type, relations, nameOf)),
      ...[...fields].map(([name, field]) => cellFor(field, statedIn(element, name))),
    ]),
  ];
}

function namesAt(
  element: MapElement,
  type: Relation["type"],
  relations: readonly Relation[],
  nameOf: ReadonlyMap<string, string>,
): string {
  return relations
    .filter((relation) => relation.type === type && relation.to === element.id)
    .flatMap(({ from }) => nameOf.get(from) ?? [])
    .join("; ");
}

function statedIn(element: MapElement, field: string): unknown {
  return (element as unknown as Readonly<Record<string, unknown>>)[field];
}

function cellFor(field: Field<unknown>, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map((item) => wordFor(String(item))).join("; ");
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return field.type === "one-of" ? wordFor(String(value)) : String(value);
}
