import { existsSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { unescape as decoded } from "node:querystring";
import { ControlClient, type OnStep } from "../control/ControlClient.ts";
import { unfinishedFile } from "../control/unfinished.ts";
import { type MovedTable, moveStore } from "../storage/postgres/moveStore.ts";
import { StoreError } from "../storage/StoreError.ts";
import { holdFolder } from "../storage/sqlite/holdFolder.ts";
import { copyStore, prepareBackup, removeDatabase } from "../storage/sqlite/storeCopies.ts";
import { STORE_FILE } from "../storage/storeFiles.ts";
import { CommandError, UsageError } from "./CommandError.ts";
import { type Command, EXIT } from "./command.ts";
import { DATA_HELP, dataFolderOf } from "./dataFolder.ts";
import { progressLine } from "./progressLine.ts";
import { reasonOf } from "./reasonOf.ts";

const SCHEMES = ["postgres:", "postgresql:"];
const HIDDEN = "…";

/** `plumbline move`: from SQLite to PostgreSQL, for more than one server. */
export const moveCommand: Command = {
  name: "move",
  summary: "Move everything from the data folder of a stopped server into an empty PostgreSQL database",
  usage: "DATABASE_URL=postgres://… plumbline move [--data FOLDER]",
  help: `${DATA_HELP}
  --to URL        the database, in the place of DATABASE_URL. Who lists the processes of this machine reads it, and its password

Everything goes over in one transaction, or nothing: maps, links and who was sent away, history, names, the security log. Every table
is then read back and compared. The store in the data folder stays as it is. While it runs, the data folder needs space for one more copy.`,
  options: { data: { type: "string" }, to: { type: "string" } },
  async run(files, values, terminal) {
    // What stands there may be the address, and hold the password.
    if (files.length > 0)
      throw new UsageError("It takes no words but options: DATABASE_URL names the database.");
    const { to } = values;
    const url = addressOf(typeof to === "string" ? to : process.env.DATABASE_URL?.trim());
    const folder = dataFolderOf(values);
    let moved: readonly MovedTable[];
    try {
      moved = await moveFolder(folder, url.href, progressLine(terminal));
    } catch (error) {
      const reason = error instanceof StoreError ? error.message : `Nothing was moved: ${reasonOf(error)}.`;
      throw new CommandError(withoutPassword(reason, url));
    }
    for (const { name, rows } of moved) terminal.out(`${name}: ${rows}, the same in both\n`);
    terminal.out(
      `Everything is in ${url.host}${url.pathname}. Start servers with DATABASE_URL; keep ${folder} as a backup until you have seen your maps.\n`,
    );
    return EXIT.fine;
  },
};

function addressOf(text: string | undefined): URL {
  if (!text) throw new UsageError("Where to? Name the database by DATABASE_URL.");
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !SCHEMES.includes(url.protocol))
    throw new UsageError(
      "The database is named by an address such as postgres://plumbline@db.example/plumbline.",
    );
  return url;
}

async function moveFolder(folder: string, url: string, onStep: OnStep): Promise<readonly MovedTable[]> {
  const store = join(folder, STORE_FILE);
  if (!existsSync(store))
    throw new StoreError(`There is no store in ${folder}. Name the data folder with --data.`);
  if (await ControlClient.find(folder))
    throw new StoreError(
      `A server runs on ${folder}. Stop it first: what it takes meanwhile would stay behind.`,
    );
  const held = holdFolder(folder);
  const copy = unfinishedFile(folder);
  try {
    // Made here first, so that it is for this account only.
    await (await open(copy, "wx", 0o600)).close();
    // Of the copy, since a store of an earlier version is brought to the schema of today first.
    await copyStore(store, copy, (doneBytes, allBytes) =>
      onStep({ step: "Copying the store aside", doneBytes, allBytes }),
    );
    onStep({ step: "Checking the copy" });
    await prepareBackup(copy, "The store");
    const { size } = await stat(copy);
    const steps = { move: "Moving it", compare: "Comparing" };
    return await moveStore(copy, url, (step, doneBytes) =>
      onStep({ step: steps[step], doneBytes: Math.min(doneBytes, size), allBytes: size }),
    );
  } finally {
    await removeDatabase(copy);
    held.release();
  }
}

/** A library's message may quote what it was given, as it was written or as it is meant. */
function withoutPassword(message: string, { password }: URL): string {
  if (password === "") return message;
  return message.replaceAll(password, HIDDEN).replaceAll(decoded(password), HIDDEN);
}
