import { resolve } from "node:path";
import type { Values } from "./command.ts";

/** What commands that work on the server's data say of it. */
export const DATA_HELP = `  --data FOLDER   the data folder of the server; else DATA_DIR says, else it is ./data`;

/** The data folder that a command line means. */
export function dataFolderOf({ data }: Values): string {
  return resolve(typeof data === "string" ? data : process.env.DATA_DIR?.trim() || "data");
}
