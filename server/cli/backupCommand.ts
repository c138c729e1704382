import { existsSync } from "node:fs";
import { open, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ControlClient, type OnStep } from "../control/ControlClient.ts";
import { StoreError } from "../storage/StoreError.ts";
import { holdFolder } from "../storage/sqlite/holdFolder.ts";
import { copyStore } from "../storage/sqlite/storeCopies.ts";
import { STORE_FILE } from "../storage/storeFiles.ts";
import { CommandError, UsageError } from "./CommandError.ts";
import { type Command, EXIT } from "./command.ts";
import { DATA_HELP, dataFolderOf } from "./dataFolder.ts";
import { megabytes } from "./megabytes.ts";
import { progressLine } from "./progressLine.ts";
import { reasonOf } from "./reasonOf.ts";
import { writeWhole } from "./writeWhole.ts";

/** `plumbline backup`: one file with everything, while the server runs or not. */
export const backupCommand: Command = {
  name: "backup",
  summary: "Write everything that the server holds to one file, while it runs or not",
  usage: "plumbline backup FILE [--force] [--data FOLDER]",
  help: `${DATA_HELP}
  --force         replace FILE where it is there already

FILE holds every change that was saved before the backup began, is checked, and is readable for this account only: it
holds all maps. A server that runs goes on meanwhile. plumbline restore puts it back.`,
  options: { data: { type: "string" }, force: { type: "boolean" } },
  async run(files, values, terminal) {
    const [file, tooMany] = files;
    if (file === undefined) throw new UsageError("Where to? Name the file to write.");
    if (tooMany !== undefined) throw new UsageError(`"${tooMany}" is one word too many.`);
    const mayReplace = values.force === true;
    if (!mayReplace && existsSync(file)) {
      throw new CommandError(`${file} is there already. Choose another name, or replace it with --force.`);
    }
    const folder = dataFolderOf(values);
    try {
      const server = await ControlClient.find(folder);
      const onStep = progressLine(terminal);
      await writeWhole(resolve(file), mayReplace, (part) =>
        server ? fetchBackup(server, part, onStep) : copyFolder(folder, part, onStep),
      );
    } catch (error) {
      if (error instanceof StoreError) throw new CommandError(error.message);
      throw new CommandError(`${file} cannot be written: ${reasonOf(error)}.`);
    }
    terminal.out(`${file}: ${megabytes((await stat(file)).size)}, complete and checked.\n`);
    return EXIT.fine;
  },
};

async function fetchBackup(server: ControlClient, part: string, onStep: OnStep): Promise<void> {
  const { bytes, content } = await server.backup(onStep);
  const step = "Writing the backup";
  const file = await open(part, "wx", 0o600);
  let doneBytes = 0;
  try {
    for await (const piece of content) {
      await file.writeFile(piece);
      doneBytes += piece.byteLength;
      onStep({ step, doneBytes, allBytes: bytes });
    }
  } finally {
    await file.close();
  }
  if (doneBytes !== bytes) throw new StoreError("The server has gone in the middle of it. Its log says why.");
}

/** No server runs: nobody may start one until the copy is made. */
async function copyFolder(folder: string, part: string, onStep: OnStep): Promise<void> {
  const store = join(folder, STORE_FILE);
  if (!existsSync(store))
    throw new StoreError(`There is no store in ${folder}. Name the data folder with --data.`);
  const held = holdFolder(folder);
  try {
    // Made here first, so that it is for this account only.
    await (await open(part, "wx", 0o600)).close();
    const step = "Copying the store";
    onStep({ step });
    await copyStore(store, part, (doneBytes, allBytes) => onStep({ step, doneBytes, allBytes }));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    held.release();
  }
}
