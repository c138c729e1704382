import { styleText } from "node:util";
import type { Severity, SystemMap } from "../../shared/model/systemMap.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import { printable } from "./printable.ts";
import { wrap } from "./wrap.ts";

const GROUPS = [
  { severity: "error", word: "Must fix", style: ["bold", "red"] },
  { severity: "warning", word: "Should fix", style: ["bold", "yellow"] },
  { severity: "info", word: "Worth a look", style: ["bold", "blue"] },
] as const satisfies readonly { severity: Severity; word: string; style: readonly string[] }[];

const REGIME_WORDS = {
  "england-2012": "Health and Social Care Act 2012",
  "england-2022": "Health and Care Act 2022",
} as const;

const MOST_COLUMNS = 100;
const INDENT = 4;

type Style = Parameters<typeof styleText>[0];

interface ReportOptions {
  readonly file: string;
  readonly columns: number;
  readonly hasColour: boolean;
}

/** The findings of a map for people: by severity, in words, colour only repeating them. */
export function findingsReport(
  map: SystemMap,
  findings: readonly CheckedFinding[],
  options: ReportOptions,
): string {
  const paint = (style: Style, text: string) => (options.hasColour ? styleText(style, text) : text);
  const width = Math.max(40, Math.min(options.columns, MOST_COLUMNS)) - INDENT;
  const open = findings.filter(({ accepted }) => !accepted);
  const accepted = findings.filter((finding) => finding.accepted);
  const lines = [
    paint("bold", printable(map.title) || options.file),
    `${options.file} · ${REGIME_WORDS[map.regime]}${map.asOf ? ` · as of ${map.asOf}` : ""}`,
    "",
  ];
  const block = (finding: CheckedFinding) => {
    const indented = (text: string) =>
      wrap(printable(text), width).map((line) => `${" ".repeat(INDENT)}${line}`);
    lines.push(`  ${paint("bold", finding.title)} ${paint("dim", `(${finding.rule}, ${finding.basis})`)}`);
    lines.push(...indented(finding.message));
    if (finding.precedent)
      lines.push(...indented(`Happened before: ${finding.precedent}`).map((line) => paint("dim", line)));
    if (finding.sources.length > 0)
      lines.push(...indented(`Source: ${finding.sources.join("; ")}`).map((line) => paint("dim", line)));
    lines.push("");
  };
  for (const { severity, word, style } of GROUPS) {
    const group = open.filter((finding) => finding.severity === severity);
    if (group.length === 0) continue;
    lines.push(paint([...style], `${word} (${group.length})`), "");
    group.forEach(block);
  }
  if (accepted.length > 0) {
    lines.push(paint("bold", `Accepted (${accepted.length})`), "");
    accepted.forEach(block);
  }
  lines.push(summaryOf(open, accepted.length), "Possible problems to look into, not legal advice.", "");
  return lines.join("\n");
}

function summaryOf(open: readonly CheckedFinding[], accepted: number): string {
  if (open.length === 0 && accepted === 0) return "No findings.";
  const counts = GROUPS.map(
    ({ severity, word }) =>
      `${open.filter((finding) => finding.severity === severity).length} ${word.toLowerCase()}`,
  );
  return `${[...counts, `${accepted} accepted`].join(", ")}.`;
}
