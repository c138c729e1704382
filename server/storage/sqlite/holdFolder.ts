import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "../StoreError.ts";
import { LOCK_FILE } from "../storeFiles.ts";
import { openFile } from "./openFile.ts";
import { codeOf, messageOf } from "./sqliteErrors.ts";

/** A folder that nobody else may work on until it is released. */
export interface HeldFolder {
  release(): void;
}

/**
 * Holds a data folder for this process, making it where it is missing: two servers that wrote the same documents would
 * overwrite what the other's people see. Waits a few seconds for a server that is still going down.
 * @throws StoreError that says what is wrong with the folder, or that another has it.
 */
export function holdFolder(folder: string): HeldFolder {
  prepareFolder(folder);
  const lock = openFile(join(folder, LOCK_FILE), `The data folder ${folder} cannot be written`);
  try {
    lock.exec("begin exclusive");
    return { release: () => lock.close() };
  } catch (error) {
    lock.close();
    const reason =
      codeOf(error) === "SQLITE_BUSY"
        ? `The data folder ${folder} is in use by another server.`
        : `The data folder ${folder} cannot be written: ${messageOf(error)}.`;
    throw new StoreError(reason, { cause: error });
  }
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StoreError(`The data folder ${folder} cannot be written (${codeOf(error)}).`, { cause: error });
  }
}
