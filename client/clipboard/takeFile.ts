import { TABLE_LIMITS } from "../../shared/formats/table/tableLimits.ts";
import type { Point } from "../../shared/model/field.ts";
import { MapFileError } from "../../shared/model/MapFileError.ts";
import { LocalFileError, readLocalMap } from "../start/readLocalMap.ts";
import type { MapSession } from "../sync/MapSession.ts";
import { showToast } from "../ui/toasts.ts";
import { readCards } from "./cardsOnClipboard.ts";
import { pasteCards } from "./pasteCards.ts";
import { openPasteDialog } from "./pasteStore.ts";

/** Files that can be taken into a map, as a file dialog is told. */
export const TAKEN_FILES = ".json,.csv,.tsv,.txt,application/json,text/csv,text/plain";

/** Takes a file into the map: the cards of a map file at once, a list or a table after asking what it is. */
export async function takeFile(session: MapSession, file: File, near?: Point): Promise<void> {
  try {
    if (/\.json$/i.test(file.name) || file.type === "application/json")
      await takeMapFile(session, file, near);
    else if (/\.(?:csv|tsv|txt)$/i.test(file.name) || file.type.startsWith("text/"))
      openPasteDialog({ text: await textOf(file), fileName: file.name, near });
    else showToast(cannotTake(file.name), "failure");
  } catch (error) {
    if (!(error instanceof LocalFileError || error instanceof MapFileError)) throw error;
    showToast(error.message, "failure");
  }
}

async function takeMapFile(session: MapSession, file: File, near: Point | undefined): Promise<void> {
  // Copied cards may have been kept as a file; anything else is read as a map file, which names the line of a mistake.
  const copied = file.size < TABLE_LIMITS.characters ? readCardsOrNot(await file.text()) : undefined;
  const map = copied ?? { ...(await readLocalMap(file)), mapId: undefined };
  await pasteCards(session, map, near);
}

function readCardsOrNot(text: string) {
  return text.includes('"plumbline-cards"') ? readCards(text) : undefined;
}

async function textOf(file: File): Promise<string> {
  if (file.size > TABLE_LIMITS.characters)
    throw new LocalFileError(
      `“${file.name}” has more than ${TABLE_LIMITS.characters / 1_000_000} MB. That is more than a list of contracts: check that it is the right file.`,
    );
  try {
    return decoded(await file.arrayBuffer());
  } catch {
    throw new LocalFileError(`“${file.name}” could not be read from this device. Choose it again.`);
  }
}

/** Excel saves "CSV" in the old Windows letters, and "Unicode text" as UTF-16. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function cannotTake(name: string): string {
  const isWorkbook = /\.xls[xmb]?$|\.ods$/i.test(name);
  return isWorkbook
    ? `“${name}” is a workbook. Open it, select the cells and copy them; then paste them here.`
    : `“${name}” cannot be read. A map file (.map.json), a CSV file or a list of names in a text file can.`;
}
