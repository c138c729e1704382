import { readFileSync, statSync } from "node:fs";
import { MapFileError } from "../../shared/model/MapFileError.ts";
import { readMapFile } from "../../shared/model/readMapFile.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { reasonOf } from "./reasonOf.ts";

/** Beyond this the text no longer fits in one string of the language. */
const LARGEST_FILE_BYTES = 256 * 1024 * 1024;

/**
 * Reads a map file from disk.
 * @throws MapFileError naming the line, or the element and the field, or why the file cannot be read at all.
 */
export function readMapFrom(path: string): SystemMap {
  return readMapFile(readTextFrom(path));
}

/**
 * Reads the text of a map file from disk.
 * @throws MapFileError saying why it cannot be read, or which line is not UTF-8.
 */
export function readTextFrom(path: string): string {
  return decode(readBytes(path));
}

function readBytes(path: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE_BYTES) {
      const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
      throw new MapFileError(
        `The file has ${megabytes(size)} MB; the most that can be read is ${megabytes(LARGEST_FILE_BYTES)} MB.`,
      );
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof MapFileError) throw error;
    throw new MapFileError(`The file cannot be read: ${reasonOf(error)}.`);
  }
}

function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  const hasUtf16Mark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // JSON starts with a plain character, which UTF-16 writes with a zero byte beside it.
  if (hasUtf16Mark || (bytes.length > 1 && (first === 0) !== (second === 0)))
    throw new MapFileError("The file is written in UTF-16; a map file is UTF-8. Save it as UTF-8.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new MapFileError(`The file is not UTF-8: line ${lineOfBadByte(bytes)} holds other bytes.`, {
      line: lineOfBadByte(bytes),
    });
  }
}

/** A byte that is no UTF-8 comes out as U+FFFD; what stood there before was either that character itself or readable. */
function lineOfBadByte(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    const part = bytes.subarray(start, end);
    if (!Buffer.from(part.toString("utf8"), "utf8").equals(part)) return line;
    line += 1;
    start = end;
  }
  return line;
}
