import { extname } from "node:path";
import { snapshotOf } from "../../shared/document/snapshot.ts";
import { mapToSvg } from "../../shared/formats/svg.ts";
import { isoDate } from "../../shared/model/field.ts";
import { returnedDecisions } from "../../shared/rules/returnedDecisions.ts";
import { today } from "../today.ts";
import { CommandError, UsageError } from "./CommandError.ts";
import { type Command, EXIT, type Terminal } from "./command.ts";
import { readMapFrom } from "./readMapFrom.ts";
import { writeResult } from "./writeResult.ts";

const FORMATS = ["svg", "png"];
const NOT_YET = ["pdf", "pptx", "xlsx", "csv", "ocds", "drawio", "kumu", "json"];

/** `plumbline export`: the picture of a map. */
export const exportCommand: Command = {
  name: "export",
  summary: "Draw the whole map as a picture",
  usage: "plumbline export FILE --to svg|png -o OUT",
  help: `  --to svg|png      the format; without it the ending of OUT decides
  -o, --output OUT  the file to write
  --date DATE       the date that the picture bears, such as 2015-12-31 (default: today)`,
  options: {
    to: { type: "string" },
    output: { type: "string", short: "o" },
    date: { type: "string" },
  },
  async run(files, values, terminal) {
    const [file, ...more] = files;
    const { output } = values;
    if (file === undefined) throw new UsageError("Which map file? None was named.");
    if (more.length > 0) throw new UsageError(`One map file at a time: "${more[0]}" is one too many.`);
    if (typeof output !== "string") throw new UsageError("Where to? Name the file to write with -o.");
    const format = formatOf(values.to, output);
    const snapshot = snapshotOf(readMapFrom(file));
    const svg = mapToSvg(snapshot, { date: dateOf(values.date), returned: returnedDecisions(snapshot) });
    if (format === "svg") {
      writeResult(output, svg);
      return EXIT.fine;
    }
    await exportPng(svg, output, terminal);
    return EXIT.fine;
  },
};

async function exportPng(svg: string, output: string, terminal: Terminal): Promise<void> {
  // Only a PNG needs the renderer, which takes its time to load.
  const { svgToPng } = await import("../export/png.ts");
  const { png, widthPx, heightPx, reducedFrom } = await svgToPng(svg).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `The map cannot be drawn as a PNG (${reason}). Export it as SVG, which has no such limit.`,
    );
  });
  writeResult(output, png);
  if (!reducedFrom) return;
  terminal.error(
    `The picture would have had ${reducedFrom.widthPx} × ${reducedFrom.heightPx} pixels, more than the largest size; it has ${widthPx} × ${heightPx}. SVG has no such limit.\n`,
  );
}

function formatOf(to: unknown, output: string): string {
  const format = typeof to === "string" ? to : extname(output).slice(1).toLowerCase();
  if (FORMATS.includes(format)) return format;
  const available = `Available: ${FORMATS.join(", ")}.`;
  if (NOT_YET.includes(format))
    throw new CommandError(`Export to ${format} is not available yet. ${available}`);
  throw new UsageError(
    format === ""
      ? `Which format? Name it with --to. ${available}`
      : `There is no format "${format}". ${available}`,
  );
}

function dateOf(date: unknown): string {
  if (date === undefined) return today();
  if (isoDate.check.safeParse(date).success) return String(date);
  throw new UsageError(`"${String(date)}" is not ${isoDate.expected}.`);
}
