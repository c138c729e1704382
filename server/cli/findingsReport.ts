import { styleText } from "node:util";
import type { CheckedMap } from "../../shared/formats/findings/CheckedMap.ts";
import {
  acceptedByRule,
  openBySeverity,
  type RuleFindings,
} from "../../shared/formats/findings/findingGroups.ts";
import {
  acceptanceInWords,
  CAUTION,
  changedSeverity,
  circumstances,
  countsInWords,
} from "../../shared/formats/findings/findingsWords.ts";
import type { Severity } from "../../shared/model/systemMap.ts";
import { decisionBehind } from "../../shared/rules/decisionBehind.ts";
import type { CheckedFinding } from "../../shared/rules/finding.ts";
import type { Terminal } from "./command.ts";
import type { CheckedFile } from "./findings/checkFile.ts";
import { printable } from "./printable.ts";
import { readingWidth, wrap } from "./wrap.ts";

type Style = Parameters<typeof styleText>[0];
type Screen = Pick<Terminal, "columns" | "hasColour">;

/** How a severity stands out. Its word is always there; mark and colour only repeat it. */
const LOOKS: Readonly<Record<Severity, { readonly mark: string; readonly style: Style }>> = {
  error: { mark: "✗", style: ["bold", "red"] },
  warning: { mark: "!", style: ["bold", "yellow"] },
  info: { mark: "i", style: ["bold", "blue"] },
};
const ACCEPTED = { mark: "✓", style: ["bold", "green"] satisfies Style };

const INDENT = 4;

/** The findings of a map for people: by severity and rule, in words; colour and marks only repeat what the words say. */
export function findingsReport(checked: CheckedMap, screen: Screen): string {
  const { file, map, findings } = checked;
  const decisionOf = decisionBehind(map.decisions);
  const accepted = acceptedByRule(findings);
  const page = new Page(screen);
  page.heading(printable(map.title).trim() || file);
  for (const line of [file, ...circumstances(checked)]) page.text(line, 0, "dim");
  page.gap();
  for (const { severity, word, count, rules } of openBySeverity(findings)) {
    const look = LOOKS[severity];
    page.group(`${look.mark} ${word} (${count})`, look.style);
    for (const group of rules) page.rule(group, ({ message }) => [message]);
  }
  if (accepted.length > 0) {
    const count = accepted.flatMap((group) => group.findings).length;
    page.group(`${ACCEPTED.mark} Accepted (${count})`, ACCEPTED.style);
    for (const group of accepted)
      page.rule(group, (finding) => [finding.message, acceptanceInWords(decisionOf(finding))]);
  }
  page.heading(countsInWords(findings));
  page.text(CAUTION, 0, "dim");
  return page.toString();
}

/** What stands below the reports of several files: all of them counted together. */
export function totals(results: readonly CheckedFile[], screen: Screen): string {
  const maps = results.flatMap((result) => ("checked" in result ? [result.checked] : []));
  const unread = results.length - maps.length;
  const page = new Page(screen);
  page.gap();
  page.heading(
    `${maps.length} ${maps.length === 1 ? "map" : "maps"}: ${countsInWords(maps.flatMap(({ findings }) => findings))}`,
  );
  if (unread > 0) page.text(`${unread} ${unread === 1 ? "file" : "files"} could not be read.`, 0);
  return page.toString();
}

/** Lines of text on a screen. What comes from a map must not move the cursor or turn the text around. */
class Page {
  private readonly lines: string[] = [];
  private readonly width: number;

  constructor(private readonly screen: Screen) {
    this.width = readingWidth(screen.columns);
  }

  gap(): void {
    this.lines.push("");
  }

  heading(text: string): void {
    this.text(text, 0, "bold");
  }

  group(text: string, style: Style): void {
    this.text(text, 0, style);
    this.gap();
  }

  /** What one rule has found: its title, each finding in turn, then once why it matters and where that comes from. */
  rule({ basis, findings }: RuleFindings, inWords: (finding: CheckedFinding) => readonly string[]): void {
    const [first] = findings;
    this.text(first.title, INDENT / 2, "bold");
    for (const finding of findings) {
      const [message = "", ...more] = inWords(finding);
      if (findings.length === 1) this.text(message, INDENT);
      else this.item(message, INDENT);
      for (const text of more) this.text(text, findings.length === 1 ? INDENT : INDENT + 2);
    }
    this.text(`Why it matters: ${first.why}`, INDENT, "dim");
    if (first.precedent) this.text(`Happened before: ${first.precedent}`, INDENT, "dim");
    if (first.sources.length > 0) this.text(`Source: ${first.sources.join("; ")}`, INDENT, "dim");
    const changed = changedSeverity(first);
    if (changed !== undefined) this.text(changed, INDENT, "dim");
    this.text(`Rule: ${first.rule} (${basis})`, INDENT, "dim");
    this.gap();
  }

  item(text: string, indent: number): void {
    const lines = wrap(printable(text), this.width - indent - 2);
    for (const [index, line] of lines.entries())
      this.lines.push(`${" ".repeat(indent)}${index === 0 ? "– " : "  "}${line}`);
  }

  text(text: string, indent: number, style?: Style): void {
    for (const line of wrap(printable(text), this.width - indent)) {
      const painted = style !== undefined && this.screen.hasColour ? styleText(style, line) : line;
      this.lines.push(`${" ".repeat(indent)}${painted}`);
    }
  }

  toString(): string {
    return `${this.lines.join("\n")}\n`;
  }
}
