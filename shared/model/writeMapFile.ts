import { elementFields } from "./element.ts";
import { relationFields } from "./relation.ts";
import type { SystemMap } from "./systemMap.ts";

const headFields = ["format", "version", "title", "regime", "asOf", "settings", "views"];
const bodyFields = ["elements", "relations", "decisions"];

/** Writes a map as a map file: two spaces, known fields in one order, then the fields that the format does not know. */
export function writeMapFile(map: SystemMap): string {
  const unknown = Object.keys(map).filter((key) => !headFields.includes(key) && !bodyFields.includes(key));
  const ordered = pick(map, [...headFields, ...unknown, ...bodyFields]);
  return `${JSON.stringify(
    {
      ...ordered,
      elements: map.elements.map((element) =>
        inOrder(element, ["id", "type", ...Object.keys(elementFields(element.type))]),
      ),
      relations: map.relations.map((relation) =>
        inOrder(relation, ["id", "type", "from", "to", ...Object.keys(relationFields(relation.type))]),
      ),
    },
    null,
    2,
  )}\n`;
}

function inOrder(record: object, known: readonly string[]): object {
  return pick(record, [...known, ...Object.keys(record).filter((key) => !known.includes(key))]);
}

function pick(record: object, keys: readonly string[]): Record<string, unknown> {
  const values = record as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    keys.filter((key) => Object.hasOwn(record, key)).map((key) => [key, values[key]]),
  );
}
