import { visit } from "jsonc-parser";
import type { MapElement } from "./element.ts";
import { isoDate, oneOf, text } from "./field.ts";
import { deepFreeze } from "./frozen.ts";
import { MapFileError, quoteValue } from "./MapFileError.ts";
import { checkField, isRecord, misfit, readElement, readRelation, requireField } from "./readRecord.ts";
import { readDecision, readSettings } from "./readSettings.ts";
import { REGIMES, type SystemMap } from "./systemMap.ts";

/**
 * Reads a map file.
 * @throws MapFileError naming the line where the text is no JSON, else the element or relation, the field and the value. Nothing is read then.
 */
export function readMapFile(fileText: string): SystemMap {
  const json = fileText.startsWith("\uFEFF") ? fileText.slice(1) : fileText;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw error instanceof RangeError ? tooDeep() : syntaxError(json);
  }
  return readMapObject(value);
}

/**
 * Reads a map out of a JSON value, which belongs to the map from then on (it is frozen). Unknown fields are kept.
 * @throws MapFileError naming the element or relation, the field and the value.
 */
export function readMapObject(value: unknown): SystemMap {
  if (!isRecord(value))
    throw new MapFileError(`A map file holds one object, not ${quoteValue(value)}.`, { path: "" });
  for (const field of ["format", "version", "title", "regime", "elements", "relations"])
    requireField(value, field, "The map", "map");
  if (value.format !== "system-map") throw misfit("The map", "format", value.format, `"system-map"`, "map");
  if (value.version !== 1)
    throw misfit("The map", "version", value.version, "1, the only version there is", "map");
  checkField(text, "title", value.title, "The map", "map");
  checkField(oneOf(REGIMES), "regime", value.regime, "The map", "map");
  if (value.asOf !== undefined) checkField(isoDate, "asOf", value.asOf, "The map", "map");
  const elements = list(value, "elements").map((raw, index) =>
    readElement(raw, { path: `elements[${index}]`, ordinal: `Element number ${index + 1}` }),
  );
  const relations = list(value, "relations").map((raw, index) =>
    readRelation(raw, { path: `relations[${index}]`, ordinal: `Relation number ${index + 1}` }),
  );
  const map = {
    ...value,
    elements,
    relations,
    ...(value.decisions === undefined ? {} : { decisions: list(value, "decisions").map(readDecision) }),
    ...(value.settings === undefined ? {} : { settings: readSettings(value.settings) }),
  } as unknown as SystemMap;
  checkReferences(map);
  return freezeMap(map);
}

function freezeMap(map: SystemMap): SystemMap {
  try {
    return deepFreeze(map);
  } catch (error) {
    if (error instanceof RangeError)
      throw new MapFileError(`The map: a field ${error.message}.`, { path: "" });
    throw error;
  }
}

function list(value: Readonly<Record<string, unknown>>, field: string): readonly unknown[] {
  const found = value[field];
  if (!Array.isArray(found)) throw misfit("The map", field, found, "a list", "map");
  return found;
}

function checkReferences(map: SystemMap): void {
  const elementById = new Map<string, MapElement>();
  const taken = new Set<string>();
  const take = (id: string, word: string, path: string) => {
    if (taken.has(id)) {
      throw new MapFileError(
        `${word} "${id}", field "id": ${quoteValue(id)} is already taken; ids are unique over elements and relations together.`,
        { path: `${path}.id` },
      );
    }
    taken.add(id);
  };
  map.elements.forEach((element, index) => {
    take(element.id, "Element", `elements[${index}]`);
    elementById.set(element.id, element);
  });
  map.relations.forEach((relation, index) => {
    take(relation.id, "Relation", `relations[${index}]`);
    for (const end of ["from", "to"] as const) {
      if (!elementById.has(relation[end])) {
        throw misfit(
          `Relation "${relation.id}"`,
          end,
          relation[end],
          "the id of an element of this file",
          `relations[${index}]`,
        );
      }
    }
    if (relation.type === "pays")
      checkNamed(relation, "contract", "contract", `Relation "${relation.id}"`, `relations[${index}]`);
  });
  map.elements.forEach((element, index) => {
    const named = `Element "${element.id}"`;
    checkNamed(element, "place", "place", named, `elements[${index}]`);
    if (element.type === "contract")
      checkNamed(element, "consultation", "organisation", named, `elements[${index}]`);
  });

  function checkNamed(
    record: object,
    field: string,
    type: MapElement["type"],
    named: string,
    path: string,
  ): void {
    const id = (record as Readonly<Record<string, unknown>>)[field];
    if (id === undefined || elementById.get(id as string)?.type === type) return;
    throw misfit(
      named,
      field,
      id,
      `the id of ${type === "organisation" ? "an" : "a"} ${type} of this file`,
      path,
    );
  }
}

function syntaxError(json: string): MapFileError {
  let offset = json.length;
  try {
    visit(
      json,
      {
        onError: (_code, at) => {
          offset = Math.min(offset, at);
        },
      },
      { disallowComments: true, allowTrailingComma: false },
    );
  } catch (error) {
    if (error instanceof RangeError) return tooDeep();
    throw error;
  }
  const before = json.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  const what =
    json.trim() === ""
      ? "The file is empty"
      : `The file is not JSON: line ${line}, column ${column} cannot be read`;
  return new MapFileError(`${what}.`, { line });
}

function tooDeep(): MapFileError {
  return new MapFileError("The file nests too deep to be read.");
}
