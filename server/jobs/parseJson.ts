import { MapFileError } from "../../shared/model/MapFileError.ts";
import { readMapFile } from "../../shared/model/readMapFile.ts";

/**
 * Reads the JSON body of a request. An empty body is an empty object.
 * @throws MapFileError naming the line that is no JSON.
 */
export function parseJson(body: Uint8Array): unknown {
  const text = decodeText(body);
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    // The reader of map files knows how to say where a text stops being JSON; this one is none, so that is all it does.
    return readMapFile(text);
  }
}

function decodeText(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new MapFileError("The body is not UTF-8 text.");
  }
}
