import Database from "libsql";
import { StoreError } from "../StoreError.ts";
import { messageOf } from "./sqliteErrors.ts";

/** How long somebody waits for a file that another has. */
const lockTimeoutMs = 5_000;

/**
 * Opens a database file, making it where it is missing. It is let go where `close` is called and every prepared statement has
 * been collected, or the thread ends: run with `exec` what must not hold it.
 * @throws StoreError that begins with `failure`.
 */
export function openFile(path: string, failure: string): Database.Database {
  try {
    return new Database(path, { timeout: lockTimeoutMs });
  } catch (error) {
    throw new StoreError(`${failure}: ${messageOf(error)}.`, { cause: error });
  }
}
