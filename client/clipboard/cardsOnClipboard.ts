import type { Cards } from "../../shared/document/copyOf.ts";
import { writeTabSeparated } from "../../shared/formats/table/writeTabSeparated.ts";
import { MapFileError } from "../../shared/model/MapFileError.ts";
import { isRecord, readElement, readRelation } from "../../shared/model/readRecord.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { cardRows } from "./cardRows.ts";

/** The type under which our own format lies on the clipboard where the browser takes any type. */
export const CARDS_TYPE = "application/x-plumbline-cards+json";

/** The attribute of the table that carries the same where only text and HTML get through. */
export const CARDS_ATTRIBUTE = "data-plumbline-cards";

const FORMAT = "plumbline-cards";

/** Cards as they lie on the clipboard, and the id of the map that they come from. */
export interface CopiedCards extends Cards {
  readonly mapId: string | undefined;
}

/** The same cards three times: whole, as a table for word processors that carries them whole too, and as plain rows. */
export interface Carriers {
  readonly json: string;
  readonly html: string;
  readonly text: string;
}

/** What is put on the clipboard for some cards. */
export function carriersOf(cards: CopiedCards): Carriers {
  const { mapId, elements, relations } = cards;
  const json = JSON.stringify({ format: FORMAT, version: 1, map: mapId, elements, relations });
  const rows = cardRows(cards);
  const [headings = [], ...body] = rows;
  const cells = (row: readonly string[], tag: string) =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  const html = `<meta charset="utf-8"><table ${CARDS_ATTRIBUTE}="${toBase64(json)}"><thead>${cells(headings, "th")}</thead><tbody>${body.map((row) => cells(row, "td")).join("")}</tbody></table>`;
  return { json, html, text: writeTabSeparated(rows) };
}

/**
 * Reads cards in our own format, or a whole map file. Undefined where the text is neither.
 * @throws MapFileError where it is one of them and cannot be read.
 */
export function readCards(text: string): CopiedCards | undefined {
  if (!text.trimStart().startsWith("{")) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || (value.format !== FORMAT && value.format !== "system-map")) return undefined;
  if (value.version !== 1)
    throw new MapFileError("They were copied by a newer version of Plumbline. Reload this page.");
  const elements = listOf(value.elements).map((raw, index) =>
    readElement(raw, { path: `elements[${index}]`, ordinal: `Card number ${index + 1}` }),
  );
  const relations = listOf(value.relations).map((raw, index) =>
    readRelation(raw, { path: `relations[${index}]`, ordinal: `Connection number ${index + 1}` }),
  );
  return { mapId: typeof value.map === "string" ? value.map : undefined, elements, relations };
}

/** The cards that a table on the clipboard carries, as text; undefined where it carries none. */
export function cardsInHtml(html: string): string | undefined {
  const encoded = new RegExp(`${CARDS_ATTRIBUTE}="([A-Za-z0-9+/=]+)"`).exec(html)?.[1];
  return encoded === undefined ? undefined : fromBase64(encoded);
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new MapFileError("The list of cards or connections is missing.");
  return value;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", "<br>");
}
