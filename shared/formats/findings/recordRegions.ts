import { visit } from "jsonc-parser";

/** Where something stands in a text: lines and columns from 1, in UTF-16 code units; the end is the first column after it. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const LISTS: ReadonlySet<string> = new Set(["elements", "relations"]);
const DEPTH_OF_RECORD = 3;

/** Where the elements and relations of a map file stand in its text, by id. Ids whose place cannot be told are left out. */
export function recordRegions(fileText: string): ReadonlyMap<string, Region> {
  const regions = new Map<string, Region>();
  let depth = 0;
  let isInList = false;
  let property: string | undefined;
  let id: string | undefined;
  let start = { line: 0, character: 0 };
  try {
    visit(fileText.startsWith("\uFEFF") ? fileText.slice(1) : fileText, {
      onObjectBegin(_offset, _length, line, character) {
        depth++;
        if (depth !== DEPTH_OF_RECORD) return;
        start = { line, character };
        id = undefined;
      },
      onObjectProperty(name) {
        property = name;
        if (depth === 1) isInList = LISTS.has(name);
      },
      onLiteralValue(value) {
        if (depth === DEPTH_OF_RECORD && property === "id" && typeof value === "string") id = value;
      },
      onObjectEnd(_offset, length, line, character) {
        if (depth === DEPTH_OF_RECORD && isInList && id !== undefined) {
          regions.set(id, {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: line + 1,
            endColumn: character + length + 1,
          });
        }
        depth--;
      },
      onArrayBegin() {
        depth++;
      },
      onArrayEnd() {
        depth--;
      },
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return regions;
}
