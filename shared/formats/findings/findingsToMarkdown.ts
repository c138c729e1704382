import { cleanText } from "../../geometry/cleanText.ts";
import { decisionBehind } from "../../rules/decisionBehind.ts";
import type { CheckedFinding } from "../../rules/finding.ts";
import type { CheckedMap } from "./CheckedMap.ts";
import { acceptedByRule, openBySeverity, type RuleFindings } from "./findingGroups.ts";
import {
  acceptanceInWords,
  CAUTION,
  changedSeverity,
  circumstances,
  countsInWords,
} from "./findingsWords.ts";

/** The findings of a map in Markdown, to be read as the minutes of a meeting: by severity, each rule with its reasons once. */
export function findingsToMarkdown(checked: CheckedMap): string {
  const { file, map, findings } = checked;
  const decisionOf = decisionBehind(map.decisions);
  const accepted = acceptedByRule(findings);
  const blocks = [
    `# Findings: ${escaped(map.title) || escaped(file)}`,
    [`File: ${escaped(file)}`, ...circumstances(checked).map(escaped)].map((line) => `- ${line}`).join("\n"),
    `**${countsInWords(findings)}**`,
    ...openBySeverity(findings).flatMap(({ word, count, rules }) => [
      `## ${word} (${count})`,
      ...rules.flatMap((group) => ruleBlocks(group, ({ message }) => escaped(message))),
    ]),
    ...(accepted.length === 0 ? [] : [`## Accepted (${accepted.flatMap((group) => group.findings).length})`]),
    ...accepted.flatMap((group) =>
      ruleBlocks(
        group,
        (finding) => `${escaped(finding.message)} *${escaped(acceptanceInWords(decisionOf(finding)))}*`,
      ),
    ),
    `*${CAUTION}*`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function ruleBlocks(
  { basis, findings }: RuleFindings,
  inWords: (finding: CheckedFinding) => string,
): readonly string[] {
  const [first] = findings;
  const changed = changedSeverity(first);
  return [
    `### ${escaped(first.title)}`,
    findings.length === 1
      ? atLineStart(inWords(first))
      : findings.map((finding) => `- ${atLineStart(inWords(finding))}`).join("\n"),
    `**Why it matters.** ${escaped(first.why)}`,
    ...(first.precedent === undefined ? [] : [`**Happened before.** ${escaped(first.precedent)}`]),
    [
      `Rule \`${first.rule}\`, ${basis}.`,
      ...(first.sources.length === 0 ? [] : [`Source: ${escaped(first.sources.join("; "))}.`]),
      ...(changed === undefined ? [] : [escaped(changed)]),
    ].join(" "),
  ];
}

/** Text that shows as it is: nothing in a name becomes a heading, a link, an image or markup. */
function escaped(text: string): string {
  return cleanText(text).replace(/[\\`*_{}[\]<>#|~&!]/g, "\\$&");
}

/** A text that begins a paragraph or an item must not begin a list. */
function atLineStart(text: string): string {
  return text.replace(/^([-+])/, "\\$1").replace(/^(\d+)([.)])/, "$1\\$2");
}
