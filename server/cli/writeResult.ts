import { writeFileSync } from "node:fs";
import { CommandError } from "./CommandError.ts";
import { reasonOf } from "./reasonOf.ts";

/**
 * Writes what a command made to the file that `-o` names, over whatever is there.
 * @throws CommandError saying why it cannot be written.
 */
export function writeResult(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    const missingFolder = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new CommandError(
      `${path} cannot be written: ${missingFolder ? "its folder does not exist" : reasonOf(error)}.`,
    );
  }
}
