import { MapFileError } from "../../shared/model/MapFileError.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";

const bytesPerMegabyte = 1024 * 1024;

/** Says why a file on this device cannot be opened, in words that can be shown. */
export class LocalFileError extends Error {
  override readonly name = "LocalFileError";
}

/**
 * Reads a map file from this device before anything is sent, so that what is wrong can be named to the line.
 * @throws LocalFileError
 */
export async function readLocalMap(file: File): Promise<SystemMap> {
  if (file.size > LIMITS.mapBodyBytes) {
    const megabytes = Math.ceil(file.size / bytesPerMegabyte);
    const most = LIMITS.mapBodyBytes / bytesPerMegabyte;
    throw new LocalFileError(
      `“${file.name}” has ${megabytes} MB. A map file may have ${most} MB at most: check that it is the right file.`,
    );
  }
  let text: string;
  try {
    text = await file.text();
  } catch {
    throw new LocalFileError(`“${file.name}” could not be read from this device. Choose it again.`);
  }
  const { readMapFile } = await import("../../shared/model/readMapFile.ts");
  try {
    return readMapFile(text);
  } catch (error) {
    if (!(error instanceof MapFileError)) throw error;
    const isLineNamed = error.line === undefined || error.message.includes(`line ${error.line}`);
    const line = isLineNamed ? "" : `Line ${error.line}: `;
    throw new LocalFileError(`“${file.name}” could not be opened. ${line}${error.message}`);
  }
}
