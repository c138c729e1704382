import { styleText } from "node:util";
import type { LibraryEntry } from "../../shared/library/LibraryEntry.ts";
import { LIBRARY } from "../../shared/library/library.ts";
import { LIBRARY_THEMES } from "../../shared/library/themeWords.ts";
import { UsageError } from "./CommandError.ts";
import { type Command, EXIT, type Terminal } from "./command.ts";
import { readingWidth, wrap } from "./wrap.ts";

const KIND_WORDS = { system: "real system", template: "template" } as const;

/** `plumbline library`: the templates and real systems that come along. */
export const libraryCommand: Command = {
  name: "library",
  summary: "List the templates and real systems that come along",
  usage: "plumbline library [--format text|json]",
  help: `  --format text   for people, by theme (the default)
  --format json   { "library": [{ "name", "title", "kind", "theme", "summary", "teaches", "source" }] }`,
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
    terminal.out(
      `${[...LIBRARY_THEMES.flatMap((theme) => themeLines(theme, terminal)), ...footer()].join("\n")}\n`,
    );
    return EXIT.fine;
  },
};

function themeLines(
  { theme, title, line }: (typeof LIBRARY_THEMES)[number],
  terminal: Terminal,
): readonly string[] {
  const entries = LIBRARY.filter((entry) => entry.theme === theme);
  if (entries.length === 0) return [];
  const { bold } = painter(terminal);
  return [
    bold(`${title} (${entries.length})`),
    ...wrapped(line, 0, terminal),
    "",
    ...entries.flatMap((entry) => entryLines(entry, terminal)),
  ];
}

function entryLines(
  { name, title, kind, summary, teaches }: LibraryEntry,
  terminal: Terminal,
): readonly string[] {
  const { bold, dim } = painter(terminal);
  return [
    `  ${bold(name)} ${dim(`(${KIND_WORDS[kind]})`)}`,
    ...wrapped(title, 4, terminal),
    ...wrapped(summary, 4, terminal),
    ...wrapped(kind === "system" ? `Teaches: ${teaches}` : teaches, 4, terminal).map(dim),
    "",
  ];
}

function footer(): readonly string[] {
  const systems = LIBRARY.filter(({ kind }) => kind === "system").length;
  return [
    `${LIBRARY.length} maps: ${systems} real systems and ${LIBRARY.length - systems} templates.`,
    "Begin with one: plumbline new --template NAME -o my.map.json",
  ];
}

function wrapped(text: string, indent: number, { columns }: Terminal): readonly string[] {
  return wrap(text, readingWidth(columns) - indent).map((line) => " ".repeat(indent) + line);
}

function painter({ hasColour }: Terminal) {
  const paint = (style: "bold" | "dim") => (text: string) => (hasColour ? styleText(style, text) : text);
  return { bold: paint("bold"), dim: paint("dim") };
}
