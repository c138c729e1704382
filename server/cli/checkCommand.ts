import { snapshotOf } from "../../shared/document/snapshot.ts";
import { MapFileError } from "../../shared/model/MapFileError.ts";
import type { SystemMap } from "../../shared/model/systemMap.ts";
import { checkMap } from "../../shared/rules/checkMap.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { publicFinding } from "../../shared/rules/publicFinding.ts";
import { UsageError } from "./CommandError.ts";
import { type Command, EXIT } from "./command.ts";
import { findingsReport } from "./findingsReport.ts";
import { readMapFrom } from "./readMapFrom.ts";

type Checked =
  | { readonly file: string; readonly map: SystemMap; readonly findings: readonly CheckedFinding[] }
  | { readonly file: string; readonly error: MapFileError };

/** `plumbline check`: what is wrong with a map. */
export const checkCommand: Command = {
  name: "check",
  summary: "Say what is wrong with a map",
  usage: "plumbline check FILE… [--format text|json]",
  help: `  --format text   for people (the default)
  --format json   { "findings": […] }; of several files { "files": [{ "file", "findings" | "error" }] }

Exit code 0: nothing that must be fixed; 1: something that must be fixed and is not accepted; 2: a file could not be read.`,
  options: { format: { type: "string", default: "text" } },
  run(files, values, terminal) {
    if (files.length === 0) throw new UsageError("Which map file? None was named.");
    const { format } = values;
    if (format !== "text" && format !== "json")
      throw new UsageError(`There is no format "${String(format)}" for findings: choose text or json.`);
    const checked: Checked[] = [];
    for (const file of files) {
      const result = checkFile(file);
      checked.push(result);
      if ("error" in result) terminal.error(`${file}: ${result.error.message}\n`);
      else if (format === "text")
        terminal.out(
          `${checked.length > 1 ? "\n" : ""}${findingsReport(result.map, result.findings, { file, ...terminal })}`,
        );
    }
    if (format === "json") printJson(checked, (text) => terminal.out(text));
    return exitCode(checked);
  },
};

function checkFile(file: string): Checked {
  try {
    const map = readMapFrom(file);
    return { file, map, findings: checkMap(snapshotOf(map)) };
  } catch (error) {
    if (error instanceof MapFileError) return { file, error };
    throw error;
  }
}

function printJson(checked: readonly Checked[], out: (text: string) => void): void {
  const [only] = checked;
  if (checked.length > 1) out(`${JSON.stringify({ files: checked.map(publicResult) }, null, 2)}\n`);
  else if (only && "findings" in only)
    out(`${JSON.stringify({ findings: only.findings.map(publicFinding) }, null, 2)}\n`);
}

function publicResult(checked: Checked): object {
  const { file } = checked;
  if ("findings" in checked) return { file, findings: checked.findings.map(publicFinding) };
  const { message, line, path } = checked.error;
  return {
    file,
    error: { message, ...(line === undefined ? {} : { line }), ...(path === undefined ? {} : { path }) },
  };
}

function exitCode(checked: readonly Checked[]): number {
  if (checked.some((result) => "error" in result)) return EXIT.cannotRun;
  const mustFix = checked.some(
    (result) =>
      "findings" in result &&
      result.findings.some(({ severity, accepted }) => severity === "error" && !accepted),
  );
  return mustFix ? EXIT.errorsFound : EXIT.fine;
}
