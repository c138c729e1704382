import packageFile from "../../../package.json" with { type: "json" };
import type { CheckedMap } from "../../../shared/formats/findings/CheckedMap.ts";
import { findingsToCsv } from "../../../shared/formats/findings/findingsToCsv.ts";
import { findingsToMarkdown } from "../../../shared/formats/findings/findingsToMarkdown.ts";
import { findingsToSarif } from "../../../shared/formats/findings/findingsToSarif.ts";
import { publicFinding } from "../../../shared/rules/publicFinding.ts";
import type { CheckedFile } from "./checkFile.ts";
import type { ChosenRules } from "./chosenRules.ts";
import { fileUri } from "./fileUri.ts";

/** Writes what has come of all files; empty: there is nothing to print. */
type Format = (files: readonly CheckedFile[], chosen: ChosenRules) => string;

/** The formats that say everything at the end, by the name that --format takes. */
export const FINDINGS_FORMATS: Readonly<Record<"json" | "markdown" | "sarif" | "csv", Format>> = {
  json(files) {
    const [only] = files;
    if (files.length > 1) return inLines({ files: files.map(publicResult) });
    return only && "checked" in only ? inLines({ findings: only.checked.findings.map(publicFinding) }) : "";
  },
  markdown: (files) => mapsOf(files).map(findingsToMarkdown).join("\n---\n\n"),
  sarif(files, { rules, comparisons }) {
    const sarifFiles = files.map((result) => ({
      uri: fileUri(result.file),
      ...("checked" in result
        ? { checked: result.checked, regions: result.regions ?? new Map() }
        : { error: result.error }),
    }));
    const terms = { rules: [...rules, ...comparisons], version: packageFile.version };
    return inLines(findingsToSarif(sarifFiles, terms));
  },
  csv(files) {
    const maps = mapsOf(files);
    return maps.length === 0 ? "" : findingsToCsv(maps);
  },
};

function mapsOf(files: readonly CheckedFile[]): readonly CheckedMap[] {
  return files.flatMap((result) => ("checked" in result ? [result.checked] : []));
}

function publicResult(result: CheckedFile): object {
  const { file } = result;
  if ("checked" in result) return { file, findings: result.checked.findings.map(publicFinding) };
  const { message, line, path } = result.error;
  return {
    file,
    error: { message, ...(line === undefined ? {} : { line }), ...(path === undefined ? {} : { path }) },
  };
}

function inLines(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
