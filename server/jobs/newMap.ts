import * as Y from "yjs";
import { seedDocument } from "../../shared/document/seed.ts";
import { LIBRARY, mapToStartFrom } from "../../shared/library/library.ts";
import { MapFileError } from "../../shared/model/MapFileError.ts";
import { readMapObject } from "../../shared/model/readMapFile.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { today } from "../today.ts";
import { parseJson } from "./parseJson.ts";
import { TooLarge } from "./TooLarge.ts";

/** A new map, ready to be stored. */
export interface SeededMap {
  readonly title: string;
  readonly update: Uint8Array;
}

const blankTemplate = "blank";
const knownFields = ["template", "map", "title"];

/**
 * Makes the document of a new map out of the body of a request: blank, from a template, or from a map file.
 * @throws MapFileError where the body is not understood, TooLarge where the map has too many records.
 */
export function newMap(body: Uint8Array): SeededMap {
  const request = parseJson(body);
  if (typeof request !== "object" || request === null || Array.isArray(request)) {
    throw new MapFileError("The body must be an object.");
  }
  const fields = request as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(fields).find((name) => !knownFields.includes(name));
  if (unknown !== undefined) throw new MapFileError(`There is no field "${unknown}".`, { path: unknown });
  const title = readTitle(fields.title);
  const map = chooseMap(fields);
  const titled = title === undefined ? map : { ...map, title };
  const doc = new Y.Doc();
  seedDocument(doc, titled);
  return { title: titled.title, update: Y.encodeStateAsUpdate(doc) };
}

function chooseMap({ template, map }: Readonly<Record<string, unknown>>): SystemMap {
  if (template !== undefined && map !== undefined) {
    throw new MapFileError("A map is made from a template or from a map file, not from both.", {
      path: "map",
    });
  }
  if (map !== undefined) {
    checkSize(map);
    return readMapObject(map);
  }
  if (template !== undefined && typeof template !== "string") {
    throw new MapFileError("The template must be named by a text.", { path: "template" });
  }
  const found = mapToStartFrom(template ?? blankTemplate, today());
  if (found) return found;
  const names = LIBRARY.map(({ name }) => `“${name}”`).join(", ");
  throw new MapFileError(`There is no template of this name. There are: ${names}.`, { path: "template" });
}

function checkSize(map: unknown): void {
  const { elements, relations } = (map ?? {}) as { elements?: unknown; relations?: unknown };
  const records =
    (Array.isArray(elements) ? elements.length : 0) + (Array.isArray(relations) ? relations.length : 0);
  if (records > LIMITS.mapRecords) {
    throw new TooLarge(
      `The map has ${records} elements and relations; at most ${LIMITS.mapRecords} can be drawn on one map.`,
    );
  }
}

function readTitle(title: unknown): string | undefined {
  if (title === undefined) return undefined;
  if (typeof title !== "string" || title.length > LIMITS.titleCharacters) {
    const message = `The title must be a text of at most ${LIMITS.titleCharacters} characters.`;
    throw new MapFileError(message, { path: "title" });
  }
  return title;
}
