import { LIBRARY, mapToStartFrom } from "../../shared/library/library.ts";
import { writeMapFile } from "../../shared/model/writeMapFile.ts";
import { today } from "../today.ts";
import { CommandError, UsageError } from "./CommandError.ts";
import { type Command, EXIT } from "./command.ts";
import { writeResult } from "./writeResult.ts";

/** `plumbline new`: a map file to start from. */
export const newCommand: Command = {
  name: "new",
  summary: "Write a new map file from a template or a real system",
  usage: "plumbline new --template NAME -o OUT.map.json",
  help: `  --template NAME   one of those that \`plumbline library\` lists, such as blank
  -o, --output OUT  the file to write`,
  options: { template: { type: "string" }, output: { type: "string", short: "o" } },
  run(files, values) {
    const { template, output } = values;
    if (files.length > 0) throw new UsageError(`"${files[0]}" is one word too many.`);
    if (typeof template !== "string") throw new UsageError("Which template? Name one with --template.");
    if (typeof output !== "string") throw new UsageError("Where to? Name the file to write with -o.");
    const map = mapToStartFrom(template, today());
    if (!map) {
      const names = LIBRARY.map(({ name }) => `  ${name}`).join("\n");
      throw new CommandError(`There is no template "${template}". There are:\n${names}`);
    }
    writeResult(output, writeMapFile(map));
    return EXIT.fine;
  },
};
