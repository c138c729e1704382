import { LIBRARY } from "../../shared/library/library.ts";
import { UsageError } from "./CommandError.ts";
import { type Command, EXIT } from "./command.ts";
import { wrap } from "./wrap.ts";

const KIND_WORDS = { system: "real system", template: "template" } as const;

/** `plumbline library`: the templates and real systems that come along. */
export const libraryCommand: Command = {
  name: "library",
  summary: "List the templates and real systems that come along",
  usage: "plumbline library [--format text|json]",
  help: `  --format text   for people (the default)
  --format json   { "library": [{ "name", "title", "kind", "summary", "source" }] }`,
  options: { format: { type: "string", default: "text" } },
  run(files, values, terminal) {
    if (files.length > 0) throw new UsageError(`"${files[0]}" is one word too many.`);
    if (values.format === "json") {
      const library = LIBRARY.map(({ map: _map, ...listed }) => listed);
      terminal.out(`${JSON.stringify({ library }, null, 2)}\n`);
      return EXIT.fine;
    }
    if (values.format !== "text")
      throw new UsageError(
        `There is no format "${String(values.format)}" for the library: choose text or json.`,
      );
    for (const { name, kind, title, summary } of LIBRARY) {
      const described = wrap(summary, Math.min(terminal.columns, 100) - 2);
      terminal.out(
        `${name} (${KIND_WORDS[kind]})\n  ${title}\n${described.map((line) => `  ${line}\n`).join("")}\n`,
      );
    }
    return EXIT.fine;
  },
};
