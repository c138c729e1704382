import { existsSync, statSync } from "node:fs";
import { ControlClient } from "../control/ControlClient.ts";
import { StoreError } from "../storage/StoreError.ts";
import { CommandError, UsageError } from "./CommandError.ts";
import { type Command, EXIT } from "./command.ts";
import { DATA_HELP, dataFolderOf } from "./dataFolder.ts";
import { progressLine } from "./progressLine.ts";
import { reasonOf } from "./reasonOf.ts";
import { type RestoredFolder, restoreFolder } from "./restoreFolder.ts";

/** `plumbline restore`: everything as it was when a backup was made. */
export const restoreCommand: Command = {
  name: "restore",
  summary: "Put a backup in the place of everything that the server holds, while it runs or not",
  usage: "plumbline restore FILE [--data FOLDER]",
  help: `${DATA_HELP}

FILE is checked first; where it is damaged, no store of Plumbline or of a newer version, nothing changes. What is there now is kept
in the data folder as plumbline-before-restore-DATE.sqlite, which can be restored in turn. Where the server runs, everybody
is sent away for a moment and comes back by themselves; what is on their screens and not in the backup is merged
into it again. Links that were revoked, people who were removed and names that were erased since stay so.`,
  options: { data: { type: "string" } },
  async run(files, values, terminal) {
    const [file, tooMany] = files;
    if (file === undefined) throw new UsageError("Which backup? Name its file.");
    if (tooMany !== undefined) throw new UsageError(`"${tooMany}" is one word too many.`);
    checkFile(file);
    const folder = dataFolderOf(values);
    let restored: RestoredFolder;
    try {
      const server = await ControlClient.find(folder);
      const onStep = progressLine(terminal);
      restored = server
        ? { aside: await server.restore(file, file, onStep), damage: null }
        : await restoreFolder(folder, file, onStep);
    } catch (error) {
      if (error instanceof StoreError) throw new CommandError(error.message);
      throw new CommandError(`${file} cannot be restored: ${reasonOf(error)}.`);
    }
    terminal.out(`${file} is restored in ${folder}.\n`);
    if (restored.damage !== null) {
      terminal.out(`The store of before could not be read, and is kept as it is. ${restored.damage}\n`);
    }
    if (restored.aside !== null) terminal.out(`What was there before is kept: ${restored.aside}\n`);
    return EXIT.fine;
  },
};

function checkFile(file: string): void {
  let size: number;
  try {
    size = statSync(file).size;
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${reasonOf(error)}.`);
  }
  if (size === 0) throw new CommandError(`${file} is empty: it is no backup.`);
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) {
    throw new CommandError(
      `${file} is a store in use, not a backup: beside it lies ${file}-wal with changes of its own. Make a backup of it first.`,
    );
  }
}
