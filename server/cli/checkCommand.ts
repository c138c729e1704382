import { MapFileError } from "../../shared/model/MapFileError.ts";
import { REGIMES, type Regime } from "../../shared/model/systemMap.ts";
import { CommandError, UsageError } from "./CommandError.ts";
import { type Command, EXIT, type Values } from "./command.ts";
import { type CheckedFile, type CheckTerms, checkFile } from "./findings/checkFile.ts";
import { chosenRules } from "./findings/chosenRules.ts";
import { FINDINGS_FORMATS } from "./findings/findingsFormats.ts";
import { findingsReport, totals } from "./findingsReport.ts";
import { readMapFrom } from "./readMapFrom.ts";

/** `plumbline check`: what is wrong with maps. */
export const checkCommand: Command = {
  name: "check",
  summary: "Say what is wrong with a map",
  usage:
    "plumbline check FILE… [--format text|json|markdown|sarif|csv] [--regime ACT] [--rule ID]… [--baseline FILE]",
  help: `  --format text      for people (the default)
  --format json      { "findings": […] }; of several files { "files": [{ "file", "findings" | "error" }] }
  --format markdown  for minutes and papers
  --format sarif     SARIF 2.1.0, for code hosts and editors: with the lines of the file
  --format csv       for spreadsheets: a row per finding
  --regime ACT       check as if the maps were drawn under england-2012 or england-2022
  --rule ID          ask this rule only; may be given several times
  --baseline FILE    compare each FILE, as an option, with this map: who loses income, who pays more

Exit code 0: nothing that must be fixed; 1: something that must be fixed and is not accepted; 2: a file could not be read.`,
  options: {
    format: { type: "string", default: "text" },
    regime: { type: "string" },
    rule: { type: "string", multiple: true },
    baseline: { type: "string" },
  },
  run(files, values, terminal) {
    if (files.length === 0) throw new UsageError("Which map file? None was named.");
    const format = formatOf(values.format);
    const terms = { ...termsOf(values), withRegions: format === "sarif" };
    const results: CheckedFile[] = [];
    for (const file of files) {
      const result = checkFile(file, terms);
      if ("error" in result) terminal.error(`${file}: ${result.error.message}\n`);
      else if (format === "text")
        terminal.out(`${results.length > 0 ? "\n" : ""}${findingsReport(result.checked, terminal)}`);
      results.push(result);
    }
    if (format !== "text") terminal.out(FINDINGS_FORMATS[format](results, terms.chosen));
    else if (files.length > 1) terminal.out(totals(results, terminal));
    return exitCode(results);
  },
};

function formatOf(format: Values[string]): "text" | keyof typeof FINDINGS_FORMATS {
  if (format === "text") return format;
  const known = Object.keys(FINDINGS_FORMATS) as (keyof typeof FINDINGS_FORMATS)[];
  const found = known.find((one) => one === format);
  if (found) return found;
  throw new UsageError(
    `There is no format "${String(format)}" for findings: choose ${["text", ...known.slice(0, -1)].join(", ")} or ${known.at(-1)}.`,
  );
}

function termsOf({ regime, rule, baseline }: Values): CheckTerms {
  const ids = Array.isArray(rule) ? rule.map(String) : [];
  return {
    chosen: chosenRules(ids, baseline !== undefined),
    ...(regime === undefined ? {} : { regime: regimeOf(regime) }),
    ...(baseline === undefined ? {} : { baseline: readBaseline(String(baseline)) }),
  };
}

function regimeOf(regime: Values[string]): Regime {
  const found = REGIMES.find((one) => one === regime);
  if (!found) throw new UsageError(`There is no regime "${String(regime)}": choose ${REGIMES.join(" or ")}.`);
  return found;
}

function readBaseline(file: string) {
  try {
    return { file, map: readMapFrom(file) };
  } catch (error) {
    if (error instanceof MapFileError) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
}

function exitCode(results: readonly CheckedFile[]): number {
  if (results.some((result) => "error" in result)) return EXIT.cannotRun;
  const mustFix = results.some(
    (result) =>
      "checked" in result &&
      result.checked.findings.some(({ severity, accepted }) => severity === "error" && !accepted),
  );
  return mustFix ? EXIT.errorsFound : EXIT.fine;
}
