import { parseArgs } from "node:util";
import packageFile from "../../package.json" with { type: "json" };
import { MapFileError } from "../../shared/model/MapFileError.ts";
import { backupCommand } from "./backupCommand.ts";
import { CommandError, UsageError } from "./CommandError.ts";
import { checkCommand } from "./checkCommand.ts";
import { type Command, EXIT, type Terminal } from "./command.ts";
import { exportCommand } from "./exportCommand.ts";
import { libraryCommand } from "./libraryCommand.ts";
import { mapsCommand } from "./mapsCommand.ts";
import { moveCommand } from "./moveCommand.ts";
import { newCommand } from "./newCommand.ts";
import { printable } from "./printable.ts";
import { restoreCommand } from "./restoreCommand.ts";

const COMMANDS: readonly Command[] = [
  checkCommand,
  exportCommand,
  newCommand,
  libraryCommand,
  backupCommand,
  restoreCommand,
  mapsCommand,
  moveCommand,
];
const NOT_YET = ["import"];
const DEFAULT_COLUMNS = 100;

const OVERVIEW = `Plumbline: map a health and care system, and see what is wrong with it.

${COMMANDS.map(({ usage, summary }) => `  ${usage}\n      ${summary}`).join("\n")}

  plumbline COMMAND --help says more about a command; plumbline --version says which Plumbline this is.
`;

function helpOf(command: Command): string {
  return `${command.usage}\n\n${command.summary}.\n\n${command.help}\n`;
}

/** Runs one command line. Returns the exit code. */
function run(words: readonly string[], terminal: Terminal): number | Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? terminal.error : terminal.out)(OVERVIEW);
    return name === undefined ? EXIT.cannotRun : EXIT.fine;
  }
  if (name === "--version") {
    terminal.out(`${packageFile.version}\n`);
    return EXIT.fine;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    const why = NOT_YET.includes(name) ? `"${name}" is not available yet.` : `There is no command "${name}".`;
    terminal.error(`plumbline: ${why}\n\n${OVERVIEW}`);
    return EXIT.cannotRun;
  }
  return runCommand(command, rest, terminal);
}

async function runCommand(command: Command, rest: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { values, positionals } = parse(command, rest);
    if (values.help) {
      terminal.out(helpOf(command));
      return EXIT.fine;
    }
    return await command.run(positionals, values, terminal);
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof MapFileError)) {
      const fault = error instanceof Error ? error.stack : String(error);
      terminal.error(`plumbline ${command.name}: a fault of Plumbline itself. Please report it.\n${fault}\n`);
      return EXIT.cannotRun;
    }
    const usage = error instanceof UsageError ? `\n${command.usage}\n` : "";
    terminal.error(`plumbline ${command.name}: ${error.message}\n${usage}`);
    return EXIT.cannotRun;
  }
}

function parse(command: Command, rest: readonly string[]) {
  try {
    return parseArgs({
      args: [...rest],
      options: { ...command.options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A reader that has seen enough (`… | head`) is no failure. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => {
    process.stdout.write(text);
  },
  error: (text) => {
    // What is wrong with a file is said in words of the file.
    process.stderr.write(text.split("\n").map(printable).join("\n"));
  },
  columns: process.stdout.columns ?? DEFAULT_COLUMNS,
  hasColour: process.stdout.isTTY === true && !process.env.NO_COLOR,
});
